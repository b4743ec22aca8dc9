// Texts of the interface as a test reads them, whatever the language.

/** The marks that part what is written from the right from what is written from the left. */
const isolates = /[\u2066-\u2069]/g;

/** The text without marks of direction, and with the digits of 0 to 9. */
function plain(text) {
  const zeros = ['\u06f0', '\u0660'];
  return text.replaceAll(isolates, '').replaceAll(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => {
    const zero = zeros.find((one) => digit >= one && digit <= String.fromCodePoint(one.codePointAt(0) + 9));
    return String(digit.codePointAt(0) - zero.codePointAt(0));
  });
}

/** The whole numbers in a text, in its order. */
export const numbersIn = (text) => (plain(text).match(/\d+/g) ?? []).map(Number);

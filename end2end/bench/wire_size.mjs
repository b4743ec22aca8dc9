// Prints how many bytes the body at an address has on the wire, compressed as for a browser.

import { get } from 'node:http';

const headers = { 'accept-encoding': 'br', 'accept-language': 'en', accept: 'text/html' };
get(process.argv[2], { headers }, (response) => {
  if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}`);
  let bytes = 0;
  response.on('data', (chunk) => {
    bytes += chunk.length;
  });
  response.on('end', () => console.log(bytes));
});

// A certificate as a file, in the hands of tools that are not ours.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the tools say of a certificate's PDF. */
export async function examineCertificate(pdf) {
  const folder = await mkdtemp(join(tmpdir(), 'maktab-certificate-'));
  const file = join(folder, 'certificate.pdf');
  try {
    await writeFile(file, pdf);
    execFileSync('qpdf', ['--check', file]);
    const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2);
    execFileSync('pdftoppm', ['-r', '150', '-png', file, join(folder, 'page')]);
    const read = ['--quiet', '--raw', join(folder, 'page-1.png')];
    const qr = execFileSync('zbarimg', read, { encoding: 'utf8' }).trim();
    execFileSync('pdfdetach', ['-saveall', '-o', folder, file]);
    const list = execFileSync('pdfdetach', ['-list', file], { encoding: 'utf8' });
    const name = /^1: (.+)$/m.exec(list)?.[1];
    assert.ok(name, `nothing is attached: ${list}`);
    return {
      fonts,
      qr,
      metadata: execFileSync('pdfinfo', ['-meta', file], { encoding: 'utf8' }),
      attachment: await readFile(join(folder, name), 'utf8'),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

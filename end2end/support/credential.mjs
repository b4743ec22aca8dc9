// Verification of a credential by an implementation that is not ours, without a network.

import { readFileSync } from 'node:fs';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';

const contexts = new Map(
  [
    ['https://www.w3.org/ns/credentials/v2', 'credentials-v2.json'],
    ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', 'ob-v3p0-context-3.0.3.json'],
  ].map(([address, file]) => [address, context(file)]),
);

function context(file) {
  const url = new URL(`../../crates/certificates/contexts/${file}`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8'));
}

/**
 * Answers only what a verifier may know: the two contexts and the issuer's DID document with its
 * keys. Everything else is an error, so a credential that names more does not verify.
 */
export function offlineLoader(didDocument) {
  const known = new Map(contexts);
  if (didDocument) {
    known.set(didDocument.id, didDocument);
    for (const key of didDocument.verificationMethod ?? []) {
      known.set(key.id, { '@context': 'https://w3id.org/security/multikey/v1', ...key });
    }
  }
  return async (address) => {
    const document = known.get(address);
    if (!document) throw new Error(`a verifier without a network does not know ${address}`);
    return { contextUrl: null, documentUrl: address, document };
  };
}

/**
 * Whether the proof fits the credential and the key is the issuer's own.
 *
 * A status list is not asked: that is another credential, to be verified the same way.
 *
 * @param {object} credential the parsed credential
 * @param {object} didDocument the parsed `/.well-known/did.json` of its issuer
 * @param {Date} [now] when it is verified: the demonstration's clock may stand in the future
 * @returns {Promise<{ verified: boolean, reason: string }>}
 */
export async function verifyCredential(credential, didDocument, now = new Date()) {
  const { verified, error } = await vc.verifyCredential({
    credential,
    now,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: offlineLoader(didDocument),
    checkStatus: async () => ({ verified: true }),
  });
  return { verified, reason: reasons(error).join('; ') };
}

function reasons(error) {
  if (!error) return [];
  return [error.message, ...(error.errors ?? []).flatMap(reasons)];
}

// The independent verifier itself: it accepts what is right and notices what is not. Without this,
// "an implementation that is not ours says it verifies" would prove nothing.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import jsigs from 'jsonld-signatures';

import { offlineLoader, verifyCredential } from '../support/credential.mjs';

const issuer = 'did:web:training.example';
let key;
let didDocument;
let signed;

async function newKey() {
  const pair = await Ed25519Multikey.generate({ controller: issuer });
  pair.id = `${issuer}#${pair.publicKeyMultibase}`;
  return pair;
}

async function documentOf(pair) {
  const { id, type, controller, publicKeyMultibase } = await pair.export({ publicKey: true });
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: issuer,
    verificationMethod: [{ id, type, controller, publicKeyMultibase }],
    assertionMethod: [id],
  };
}

before(async () => {
  key = await newKey();
  didDocument = await documentOf(key);
  const credential = {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: 'urn:uuid:6f5b4d0e-3c7a-4f0e-8a53-1f8d7e0b9a11',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer, type: ['Profile'], name: 'Training' },
    validFrom: '2026-01-01T00:00:00Z',
    name: 'Border management',
    credentialSubject: {
      id: 'urn:uuid:0a4c1a0d-58a3-4c8e-9c4c-5b7c0f8b2d22',
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://training.example/courses/border',
        type: ['Achievement'],
        name: 'Border management',
        description: 'Five days.',
        criteria: { narrative: 'Present in four of five sessions.' },
      },
    },
  };
  signed = await jsigs.sign(credential, {
    suite: new DataIntegrityProof({ signer: key.signer(), cryptosuite }),
    purpose: new jsigs.purposes.AssertionProofPurpose(),
    documentLoader: offlineLoader(didDocument),
  });
});

test('a credential as it was signed verifies', async () => {
  const { verified, reason } = await verifyCredential(signed, didDocument);
  assert.ok(verified, reason);
});

test('a changed letter breaks the signature', async () => {
  const altered = structuredClone(signed);
  altered.credentialSubject.achievement.name = 'Border managemant';
  const { verified } = await verifyCredential(altered, didDocument);
  assert.equal(verified, false);
});

test('a key that the issuer does not list proves nothing', async () => {
  const { verified } = await verifyCredential(signed, await documentOf(await newKey()));
  assert.equal(verified, false);
});

test('a term that no context defines is refused', async () => {
  const { verified } = await verifyCredential({ ...signed, madeUp: 'x' }, didDocument);
  assert.equal(verified, false);
});

/** What is wrong between two ends of an encrypted connection, by the codes of the library that looks. */
import type { Opening, Told } from './recipe.ts';

const OWN_AUTHORITY =
  'give the file of the authority that signed it as sslrootcert=… or PGSSLROOTCERT; AWS, Google and Azure publish theirs';

const BY_CODE: Readonly<Record<string, Told>> = {
  CERT_HAS_EXPIRED: ['the certificate of the target has expired', 'renew it on the server'],
  CERT_NOT_YET_VALID: [
    'the certificate of the target is not valid yet',
    'see that the clocks of the server and of this machine are right',
  ],
  CERT_REVOKED: ['the certificate of the target was revoked', 'do not connect: ask who runs the server'],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'the certificate of the target is for another host than the address names',
    'use the host name that the certificate is for, or sslmode=verify-ca with your own authority',
  ],
  DEPTH_ZERO_SELF_SIGNED_CERT: [
    'the target signed its certificate itself, and it is not one that is trusted here',
    'give that certificate as sslrootcert=… or PGSSLROOTCERT',
  ],
  SELF_SIGNED_CERT_IN_CHAIN: [
    'the certificate of the target was signed by an authority that is not trusted here',
    OWN_AUTHORITY,
  ],
  UNABLE_TO_GET_ISSUER_CERT: [
    'the certificate of the target was signed by an authority that is not known here',
    OWN_AUTHORITY,
  ],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
    'the certificate of the target was signed by an authority that is not known here',
    OWN_AUTHORITY,
  ],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'the certificate of the target was signed by an authority that is not known here',
    OWN_AUTHORITY,
  ],
  CERT_SIGNATURE_FAILURE: [
    'the certificate of the target was not signed by the authority that it names',
    'do not connect: ask who runs the server, and whether sslrootcert is its authority',
  ],
  ERR_OSSL_PEM_NO_START_LINE: [
    'a certificate file is none',
    'sslrootcert, sslcert and sslkey are files in PEM form',
  ],
  ERR_OSSL_X509_KEY_VALUES_MISMATCH: [
    'sslkey is not the key of sslcert',
    'give the two files that belong together',
  ],
};

/** Undefined where it was something else. */
export function certificateFailure(code: string | undefined, { firstByte }: Opening): Told | undefined {
  if (firstByte === 'N') {
    return [
      'the target does not speak TLS',
      'turn it on at the server (ssl = on), or say sslmode=disable where the network between is yours',
    ];
  }
  const known = code === undefined ? undefined : BY_CODE[code];
  if (known !== undefined) return known;
  if (code !== undefined && /^(?:ERR_SSL_|ERR_OSSL_|ERR_TLS_|EPROTO$)/.test(code)) {
    return [
      `the target and this machine do not agree on an encrypted connection (${code})`,
      'see which versions of TLS the server takes, and whether it wants a certificate (sslcert, sslkey)',
    ];
  }
  return undefined;
}

/** An authority and certificates for a test, made when it runs. */
import { generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

export interface Authority extends Certificate {
  /** @param days until it ends; below zero it has ended. */
  readonly sign: (hosts: readonly string[], days?: number) => Certificate;
}

const DAY_MS = 86_400_000;

export function makeAuthority(name: string): Authority {
  const keys = makeKeys();
  const subject = [{ name: 'commonName', value: name }];
  const own = makeCertificate({ keys, subject, issuer: subject, signedBy: keys, days: 10 }, [
    { name: 'basicConstraints', cA: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true },
  ]);
  return {
    certificate: own,
    key: keys.pem,
    sign: (hosts, days = 10) => {
      const its = makeKeys();
      const request = {
        keys: its,
        subject: [{ name: 'commonName', value: hosts[0] ?? '' }],
        issuer: subject,
        signedBy: keys,
        days,
      };
      const certificate = makeCertificate(request, [
        { name: 'subjectAltName', altNames: hosts.map(altName) },
      ]);
      return { certificate, key: its.pem };
    },
  };
}

const altName = (host: string): object =>
  /^[\d.]+$|:/.test(host) ? { type: 7, ip: host } : { type: 2, value: host };

interface Keys {
  readonly pair: forge.pki.rsa.KeyPair;
  readonly pem: string;
}

function makeKeys(): Keys {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const secret = forge.pki.privateKeyFromPem(pem);
  return { pem, pair: { privateKey: secret, publicKey: forge.pki.setRsaPublicKey(secret.n, secret.e) } };
}

interface CertificateRequest {
  readonly keys: Keys;
  readonly subject: forge.pki.CertificateField[];
  readonly issuer: forge.pki.CertificateField[];
  readonly signedBy: Keys;
  readonly days: number;
}

let made = 0;

function makeCertificate(request: CertificateRequest, extensions: object[]): string {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = request.keys.pair.publicKey;
  certificate.serialNumber = `01${String((made += 1)).padStart(4, '0')}`;
  certificate.validity.notBefore = new Date(Date.now() - 30 * DAY_MS);
  certificate.validity.notAfter = new Date(Date.now() + request.days * DAY_MS);
  certificate.setSubject(request.subject);
  certificate.setIssuer(request.issuer);
  certificate.setExtensions(extensions);
  certificate.sign(request.signedBy.pair.privateKey, forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}

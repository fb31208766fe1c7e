/** A registry on loopback that holds one tiny image, and can be out of order, or shut: what an engine pulls from. */
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface FakeRegistry {
  /** `127.0.0.1:PORT/team/bookings`; engines ask loopback without encryption. */
  readonly repository: string;
  readonly digest: string;
  /** Answers so many requests for the image with this status, and then as it should. */
  readonly fail: (status: number, times: number) => void;
  /** How often the image itself was asked for. */
  readonly asked: () => number;
  readonly close: () => Promise<void>;
}

interface Blob {
  readonly type: string;
  readonly body: Buffer;
}

const digestOf = (body: Buffer): string => `sha256:${createHash('sha256').update(body).digest('hex')}`;

export async function openFakeRegistry(): Promise<FakeRegistry> {
  const { manifest, blobs } = await makeImage();
  const digest = digestOf(manifest.body);
  let [failing, times, asked] = [0, 0, 0];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const answer = (status: number, blob?: Blob): void => {
      const headers = blob && {
        'content-type': blob.type,
        'content-length': blob.body.length,
        'docker-content-digest': digestOf(blob.body),
      };
      response.writeHead(status, headers ?? {});
      response.end(request.method === 'HEAD' ? undefined : blob?.body);
    };
    if (path === '/v2/') return answer(200);
    if (path.includes('/manifests/')) asked += 1;
    if (times > 0) {
      times -= 1;
      return answer(failing);
    }
    if (path === '/v2/team/bookings/manifests/1' || path === `/v2/team/bookings/manifests/${digest}`) {
      return answer(200, manifest);
    }
    const blob = blobs.find(({ body }) => path === `/v2/team/bookings/blobs/${digestOf(body)}`);
    if (blob !== undefined) return answer(200, blob);
    const unknown = { errors: [{ code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' }] };
    return answer(404, { type: 'application/json', body: Buffer.from(JSON.stringify(unknown)) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    repository: `127.0.0.1:${address.port}/team/bookings`,
    digest,
    fail: (status, often) => ([failing, times] = [status, often]),
    asked: () => asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** One layer of one file whose content is new each time: no engine has it already. */
async function makeImage(): Promise<{ readonly manifest: Blob; readonly blobs: readonly Blob[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'image-of-a-test-'));
  try {
    await writeFile(join(folder, 'file'), randomBytes(16).toString('hex'));
    await promisify(execFile)('tar', ['-C', folder, '-cf', join(folder, 'layer.tar'), 'file']);
    const layer = await readFile(join(folder, 'layer.tar'));
    const json = (value: object): Buffer => Buffer.from(JSON.stringify(value));
    const config = json({
      architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
      os: 'linux',
      config: {},
      rootfs: { type: 'layers', diff_ids: [digestOf(layer)] },
    });
    const [image, file] = [
      { type: 'application/vnd.docker.container.image.v1+json', body: config },
      { type: 'application/vnd.docker.image.rootfs.diff.tar', body: layer },
    ];
    const entry = ({ type, body }: Blob) => ({ mediaType: type, size: body.length, digest: digestOf(body) });
    const type = 'application/vnd.docker.distribution.manifest.v2+json';
    const manifest = json({ schemaVersion: 2, mediaType: type, config: entry(image), layers: [entry(file)] });
    return { manifest: { type, body: manifest }, blobs: [image, file] };
  } finally {
    await rm(folder, { recursive: true });
  }
}

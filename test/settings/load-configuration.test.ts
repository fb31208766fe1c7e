import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConfiguration } from '../../src/settings/load-configuration.ts';

describe('loadConfiguration', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'settings-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, content: string | Buffer): void => {
    writeFileSync(path.join(folder, name), content);
  };

  it('reads the default file, or none', () => {
    expect(loadConfiguration(folder)).toEqual({});
    write('partition-guard.yml', '\ufeffrows: 1');
    expect(loadConfiguration(folder)).toEqual({ configFile: 'partition-guard.yml', configText: 'rows: 1' });
  });

  it('reads the file that is named', () => {
    write('other.yml', 'rows: 2');
    expect(loadConfiguration(folder, 'other.yml')).toEqual({
      configFile: 'other.yml',
      configText: 'rows: 2',
    });
  });

  it('says what is wrong with a file', () => {
    write('latin1.yml', Buffer.from([0x61, 0xe9]));
    write('huge.yml', Buffer.alloc(1024 * 1024 + 1, 0x20));
    mkdirSync(path.join(folder, 'folder'));
    expect(() => loadConfiguration(folder, 'none.yml')).toThrow(
      '"none.yml": there is no such configuration file',
    );
    expect(() => loadConfiguration(folder, 'folder')).toThrow('folder: not a file');
    expect(() => loadConfiguration(folder, 'latin1.yml')).toThrow(
      'latin1.yml: holds bytes that are not UTF-8',
    );
    expect(() => loadConfiguration(folder, 'huge.yml')).toThrow('huge.yml: larger than 1 MB');
  });

  it('does not pass over a file whose name is almost right', () => {
    write('partition-guard.yaml', 'rows: 1');
    expect(() => loadConfiguration(folder)).toThrow('did you mean "partition-guard.yml"?');
    write('partition-guard.yml', 'rows: 1');
    expect(loadConfiguration(folder)).toHaveProperty('configText', 'rows: 1');
  });
});

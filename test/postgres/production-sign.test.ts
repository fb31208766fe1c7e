/** What is taken for production, and what is not. */
import { describe, expect, it } from '@jest/globals';
import {
  assertNoProduction,
  findProductionSign,
  meansProduction,
} from '../../src/postgres/production-sign.ts';

const HARMLESS = {
  host: 'localhost',
  user: 'postgres',
  database: 'postgres',
  databases: ['postgres', 'template1'],
};

describe('a name', () => {
  it.each([
    ...[
      'prod',
      'PROD',
      'shop_prod',
      'prod-db-1.example.com',
      'shopProd',
      'db.production.internal',
      'prod2',
      'prd01',
    ],
    ...['live', 'shop-live', 'primary', 'pg-primary-0.pg.svc', 'master', 'masterDb', 'non_live_prod'],
  ])('means production: %s', (name) => {
    expect(meansProduction(name)).toBe(true);
  });

  it.each([
    ...[
      'products',
      'liverpool',
      'deliveries',
      'reproduction',
      'masterdata',
      'primarykey',
      'webmaster',
      'olive',
    ],
    ...[
      'non-prod',
      'nonprod',
      'pre-production',
      'preprod',
      'not_live',
      'staging',
      'localhost',
      '127.0.0.1',
      '',
    ],
  ])('means something else: %s', (name) => {
    expect(meansProduction(name)).toBe(false);
  });
});

describe('a server given by its address', () => {
  it.each([
    [{ host: 'db.prod.example.com' }, 'the host "db.prod.example.com"'],
    [{ user: 'app_live' }, 'the role "app_live"'],
    [{ database: 'production' }, 'the database "production"'],
    [{ databases: ['postgres', 'shop_production'] }, 'a database on it, "shop_production"'],
  ])('is refused with what gives it away: %j', (over, sign) => {
    const names = { ...HARMLESS, ...over };
    expect(findProductionSign(names)).toBe(sign);
    const told: string[] = [];
    expect(() => assertNoProduction(names, undefined, (text) => told.push(text))).toThrow(
      expect.objectContaining({
        code: 'server-looks-like-production',
        exitStatus: 3,
        message: `the server given looks like a production one by ${sign}: no throwaway databases are made there`,
        hint: expect.stringContaining('--allow-server "REASON"'),
      }),
    );
    expect(told).toEqual([]);
  });

  it('is used where a reason is given, and the reason is told', () => {
    const told: string[] = [];
    assertNoProduction({ ...HARMLESS, host: 'prod' }, 'a copy, renewed each night', (text) =>
      told.push(text),
    );
    expect(told).toEqual([
      'the server given looks like a production one by the host "prod"; allowed: a copy, renewed each night',
    ]);
  });

  it('is used without a word where nothing looks like production', () => {
    assertNoProduction(HARMLESS, undefined, () => {
      throw new Error('something was said');
    });
  });
});

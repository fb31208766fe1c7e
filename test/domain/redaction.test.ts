import { describe, expect, it } from '@jest/globals';
import { createRedactor, knownForms } from '../../src/domain/redaction.ts';

describe('a redactor of known secrets', () => {
  it.each([
    ['a token as it is', ['s3cret-token'], 'got s3cret-token, twice: s3cret-token', 'got ***, twice: ***'],
    [
      'a token in base64, as checkout keeps it for git',
      ['s3cret-token'],
      `x ${btoa('x-access-token:s3cret-token')} y`,
      'x *** y',
    ],
    ['the longest first', ['abcd', 'abcdefgh'], 'abcdefgh abcd', '*** ***'],
    ['what stands on both sides of a mask', ['pass', 'x***'], 'xpass', '***'],
    [
      'the password of an address',
      ['postgres://app:hunter22@db.example.com/x'],
      'hunter22 is it',
      '*** is it',
    ],
    ['a password that is percent-encoded, decoded', ['postgres://app:p%40ss%2Fword@h/x'], 'p@ss/word', '***'],
    [
      'a password that is percent-encoded, as it is',
      ['postgres://app:p%40ss%2Fword@h/x'],
      'p%40ss%2fword p%40ss%2Fword',
      '*** ***',
    ],
    ['basic authentication', ['postgres://app:hunter22@h/x'], btoa('app:hunter22'), '***'],
    [
      'the host of an address',
      ['postgres://app:x@db.example.com:5433/x'],
      'no route to db.example.com:5433',
      'no route to ***:5433',
    ],
    [
      'a user at a host',
      ['postgres://app:x@db/x'],
      'no connection to app@db:5432/x',
      'no connection to ***:5432/x',
    ],
    ['a password in the query', ['postgres://db/x?user=app&password=hunter22'], 'hunter22', '***'],
    [
      'a password before an at sign in the query',
      ['postgres://app:hunter22@db/x?application_name=a@b'],
      'hunter22 is it',
      '*** is it',
    ],
    ['a blank in the query', ['postgres://db/x?user=app&password=hunter+22'], 'hunter 22', '***'],
    [
      'a key of several lines, line by line',
      ['-----BEGIN KEY-----\nabcdefghijkl\n}'],
      'abcdefghijkl } x',
      '*** } x',
    ],
    [
      'a secret that was cut off',
      ['hunter22-and-more'],
      'PASSW hunter22-a… and hunt…',
      'PASSW ***… and ***…',
    ],
  ])('masks %s', (_, secrets, text, shown) => {
    expect(createRedactor(secrets)(text)).toBe(shown);
  });

  it.each([
    ['a secret of three characters, which is in any text', ['abc'], 'abcdef'],
    [
      'a password that is the name of the user',
      ['postgres://postgres:postgres@localhost/postgres'],
      'postgres owns it on localhost',
    ],
    ["one's own machine", ['postgres://app:x@127.0.0.1/x'], '127.0.0.1'],
    ['the name of a service', ['postgres://app:x@db/x'], 'db/migration'],
    ['a secret of stars', ['*****'], '***** five stars'],
  ])('leaves %s', (_, secrets, text) => {
    expect(createRedactor(secrets)(text)).toBe(text);
  });

  it('tells a runner to mask the password and the whole address', () => {
    expect(knownForms(['postgres://app:hunter22@localhost/x'])).toEqual(
      expect.arrayContaining(['postgres://app:hunter22@localhost/x', 'hunter22']),
    );
  });
});

describe('what looks like a secret by its place', () => {
  const redact = createRedactor([]);

  it.each([
    [
      "CREATE ROLE app LOGIN PASSWORD 'hunter2' VALID UNTIL 'x'",
      "CREATE ROLE app LOGIN PASSWORD '***' VALID UNTIL 'x'",
    ],
    ["alter role app encrypted password 'it''s'", "alter role app encrypted password '***'"],
    ["ALTER ROLE app PASSWORD E'a\\'b' NOLOGIN", "ALTER ROLE app PASSWORD '***' NOLOGIN"],
    ['ALTER ROLE app PASSWORD $q$a b$q$ NOLOGIN', "ALTER ROLE app PASSWORD '***' NOLOGIN"],
    ["ALTER ROLE app PASSWORD 'cut off by the li…", "ALTER ROLE app PASSWORD '***'"],
    ["CREATE ROLE app PASSWORD'hunter2' LOGIN", "CREATE ROLE app PASSWORD'***' LOGIN"],
    ["CREATE ROLE app PASSWORD/* for now */'hunter2'", "CREATE ROLE app PASSWORD/* for now */'***'"],
    ["OPTIONS (user 'bob', \"password\" 'secret')", "OPTIONS (user 'bob', \"password\" '***')"],
    ["OPTIONS (user 'bob', password 'secret')", "OPTIONS (user 'bob', password '***')"],
    ["dblink('host=db password=hunter2 user=x')", "dblink('host=db password=*** user=x')"],
    ["dblink('host=db password=''a b'' user=x')", "dblink('host=db password='***' user=x')"],
    ['connection "host=db sslpassword = abc"', 'connection "host=db sslpassword = ***"'],
    ['PGPASSWORD=hunter2 psql', 'PGPASSWORD=*** psql'],
    ['{"password": "hunter2", "x": 1}', '{"password": \'***\', "x": 1}'],
    ["call connect(password => 'hunter2')", "call connect(password => '***')"],
    ['see postgres://app:hunter2@db:5432/x now', 'see postgres://***/x now'],
    ['https://user:p@ss/w@rd@host/x', 'https://***/x'],
    ['postgres://db/x?password=hunter2', 'postgres://db/x?password=***'],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer ***'],
    [`token ghs_${'a'.repeat(36)} left`, 'token *** left'],
    ['connect ECONNREFUSED 10.1.2.3:5432', 'connect ECONNREFUSED ***'],
  ])('is masked: %s', (text, shown) => {
    expect(redact(text)).toBe(shown);
    expect(redact(shown)).toBe(shown);
  });

  it.each([
    'password authentication failed for user "app"',
    'column "password" of relation "users" does not exist',
    'ALTER ROLE app PASSWORD NULL',
    'UPDATE users SET password = $1 WHERE id = $2',
    'connect ECONNREFUSED 127.0.0.1:5432',
    'https://example.com/docs, see there',
    'mail me@example.com',
  ])('is not: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('is found in long texts in no time', () => {
    const texts = [
      'a.'.repeat(100_000),
      'password'.repeat(30_000),
      "password '".repeat(30_000),
      'a://'.repeat(50_000),
    ];
    const startedAt = performance.now();
    for (const text of texts) redact(text);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});

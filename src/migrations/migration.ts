/** A migration file as it was read: its name's parts, its text and the statements in it. */
import type { Location } from '../domain/location.ts';
import type { ServerWishes } from './server-wishes.ts';

/** Why a statement can't be sent to a server as it stands. */
export interface StatementProblem {
  readonly kind: 'syntax' | 'psql-command' | 'inline-copy';
  /** One line: what is wrong. */
  readonly message: string;
  /** In the file, counted from 1. */
  readonly line: number;
}

/** A function, procedure or DO block that a statement holds the body of. */
export interface RoutineBody {
  /** Undefined for a DO block. */
  readonly name?: { readonly schema?: string; readonly name: string };
  /** Types of the arguments that a call gives, as the server prints them. */
  readonly argumentTypes: readonly string[];
  /** Lines from the statement's first line to the body's opening quote, whose line PL/pgSQL calls line 1. */
  readonly bodyStartsAfterLines: number;
  /** Of a body in SQL: lines from the statement's first line to each of the body's statements. */
  readonly sqlStatements?: readonly number[];
}

/** One statement; its file and line are those of its first token, after comments and blank lines. */
export interface Statement extends Location {
  /** As written, placeholders replaced, without the semicolon that ends it. */
  readonly text: string;
  /** The parser's name of it: `CreateStmt`, `CallStmt`; `Unparsed` where there is a syntax error. */
  readonly kind: string;
  /** Whether the server refuses it inside a transaction block. */
  readonly outsideTransaction: boolean;
  readonly routine?: RoutineBody;
  /** Roles and extensions that it takes from the server. */
  readonly wishes?: ServerWishes;
  /** Where given, the text may be more than one statement: the rest of the file. */
  readonly problem?: StatementProblem;
  /** The file's line of each line of the text; absent where they simply count on from `line`. */
  readonly lines?: readonly number[];
}

interface MigrationFile {
  readonly description: string;
  /** Relative to the folder the program runs in, with forward slashes. */
  readonly file: string;
  /** The migrations folder it was found in, as it was given. */
  readonly folder: string;
  /** Relative to that folder, with forward slashes: what the history on a target calls it. */
  readonly script: string;
  /** As written, without a byte order mark, before placeholders are replaced. */
  readonly text: string;
  /** Flyway's checksum: signed 32 bit. */
  readonly checksum: number;
  /** `mixed`: statements that must be in a transaction block and outside of one; Flyway refuses the file. */
  readonly transaction: 'one' | 'none' | 'mixed';
  /** Whether its script configuration says so, and not its statements alone. */
  readonly transactionIsSet: boolean;
  /** Not where its script configuration says that `${…}` in it is text. */
  readonly replacesPlaceholders: boolean;
  readonly statements: readonly Statement[];
}

export interface VersionedMigration extends MigrationFile {
  readonly kind: 'versioned';
  /** With dots: `2.1`. */
  readonly version: string;
  /** Whether it stands for all versions up to its own, where a database is made anew. */
  readonly isBaseline: boolean;
}

export interface RepeatableMigration extends MigrationFile {
  readonly kind: 'repeatable';
  /** Whether it changes with every run, as one does that mentions the run's time. */
  readonly alwaysChanged: boolean;
}

export type Migration = VersionedMigration | RepeatableMigration;

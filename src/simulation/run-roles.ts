/** The roles that migrations count on: those that they make, and those that are made for the run because nobody does. */
import type { Migration, Statement } from '../migrations/migration.ts';
import type { ThrowawayServer } from '../postgres/server.ts';

/** Roles belong to the server, not to a database: what one application made is there for the next. */
export class RunRoles {
  /** Made by a migration in some database of the run. */
  private readonly made = new Set<string>();
  /** Made for the run, and the migrator's to act as. */
  readonly given: readonly string[];
  /** Why a role that the SQL counts on is not the migrator's to act as. */
  readonly refused: ReadonlyMap<string, string>;

  constructor(given: readonly string[] = [], refused: ReadonlyMap<string, string> = new Map()) {
    this.given = given;
    this.refused = refused;
  }

  has(role: string): boolean {
    return this.made.has(role);
  }

  add(role: string): void {
    this.made.add(role);
  }

  /** Every role of the run that may come to own something. */
  all(): string[] {
    return [...new Set([...this.given, ...this.made])];
  }
}

export const rolesMadeBy = (statement: Statement): readonly string[] => statement.wishes?.makesRoles ?? [];

/** What the SQL names and nobody makes, in the order in which it is named. */
export function rolesNobodyMakes(migrations: readonly Migration[]): string[] {
  const statements = migrations.flatMap((migration) => migration.statements);
  const made = new Set(statements.flatMap(rolesMadeBy));
  const named = new Set(statements.flatMap((statement) => statement.wishes?.namesRoles ?? []));
  return [...named].filter((role) => !made.has(role));
}

/** Makes on the server what nobody makes. */
export async function prepareRoles(
  server: ThrowawayServer,
  migrations: readonly Migration[],
): Promise<RunRoles> {
  const wanted = rolesNobodyMakes(migrations);
  if (wanted.length === 0) return new RunRoles();
  const { made, refused } = await server.makeRoles(wanted);
  return new RunRoles(made, refused);
}

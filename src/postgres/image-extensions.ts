/** Extensions of an image that somebody chose for them: the migrator may create these, who is no superuser. */
import type pg from 'pg';
import type { StartedTestContainer } from 'testcontainers';

/** Those that lead out of the database: to files, programs and other servers. */
const NOT_TRUSTED = ['adminpack', 'file_fdw', 'dblink', 'postgres_fdw', 'pl*u', 'plsh*'];

const FOLDER =
  "select c.setting || '/extension' as folder from pg_catalog.pg_config c where c.name = 'SHAREDIR'";

/** What is written last in a control file counts. */
const SCRIPT = `
for file in "$1"/*.control; do
  name=\${file##*/}
  case \${name%.control} in
    ${NOT_TRUSTED.join(' | ')}) ;;
    *) printf '\\ntrusted = true\\n' >> "$file" ;;
  esac
done`;

/** @param admin a superuser's session. */
export async function trustExtensions(admin: pg.Client, container: StartedTestContainer): Promise<void> {
  const { rows } = await admin.query<{ folder: string }>(FOLDER);
  await container.exec(['sh', '-c', SCRIPT, 'sh', rows[0]?.folder ?? ''], { user: 'root' });
}

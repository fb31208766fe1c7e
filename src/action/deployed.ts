/** What a run on a target came to, for those that tell of it. */
import type { AlertText } from '../deploy/alert-lines.ts';
import type { ExitStatus } from '../domain/operator-error.ts';
import type { ReportFiles } from '../domain/report-kind.ts';
import type { TargetMode } from '../settings/select-mode.ts';
import type { LogAnnotation } from './log.ts';

export interface Deployed {
  readonly mode: TargetMode;
  readonly status: ExitStatus;
  readonly outcome: string;
  readonly environment: string | undefined;
  /** Undefined of maintenance. */
  readonly planDigest?: string;
  readonly release?: string;
  /** How many migrations. */
  readonly applied: number;
  /** Markdown for the job summary. */
  readonly summary: string;
  /** For a pull request, where there is one; the marker is its first line. */
  readonly comment?: (marker: string) => string;
  readonly annotations: readonly LogAnnotation[];
  /** With whole paths. */
  readonly reports: ReportFiles;
  readonly alert?: AlertText | undefined;
}

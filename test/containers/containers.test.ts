/** Everything that opens servers in containers, one after the other: a run removes orphans on its engine, and says so itself. */
import './server-cases.ts';
import './orphan-cases.ts';
import './post-step-cases.ts';

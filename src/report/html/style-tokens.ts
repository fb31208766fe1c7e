/** The page's colours in light and dark, each pair of text and ground with a contrast of 4.5 or more. */

const LIGHT = `
--ground:#ffffff;--raised:#f5f6f8;--ink:#171a1f;--quiet:#535c68;--line:#d9dde3;--strong-line:#8d96a3;
--accent:#1a56b0;--fail:#ae1f1b;--warn:#8a5200;--pass:#14683a;--on-mark:#ffffff;
--fail-ground:#fdf1f0;--warn-ground:#fdf5e6;--pass-ground:#eef7f1;
--part:#3f78bd;--part-line:#64748b;--part-ground:#eef3fa;--new:#0c6b62;--gone:#77808c`;

const DARK = `
--ground:#12151a;--raised:#1a1e25;--ink:#e8eaee;--quiet:#a9b2be;--line:#323944;--strong-line:#707a88;
--accent:#8fb8ff;--fail:#ff9a91;--warn:#f0b95a;--pass:#74d59c;--on-mark:#12151a;
--fail-ground:#2a1718;--warn-ground:#281f10;--pass-ground:#132219;
--part:#5f9ae0;--part-line:#8492a5;--part-ground:#1a2430;--new:#45b8a9;--gone:#8b95a2`;

/** On paper the light ones serve, whatever the screen has. */
export const TOKENS = `
:root{color-scheme:light dark;${LIGHT};
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
--mono:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
.v-pass,.g-pass{--verdict:var(--pass);--verdict-ground:var(--pass-ground)}
.v-fail,.g-fail,.f-fail{--verdict:var(--fail);--verdict-ground:var(--fail-ground)}
.v-inconclusive,.g-inconclusive,.g-warning,.f-inconclusive,.f-warning{--verdict:var(--warn);--verdict-ground:var(--warn-ground)}
`;

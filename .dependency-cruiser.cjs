/** The direction of imports: main → refresh → { bitrix24, cache, sheets, report } → domain, texts. Never back. */
const only = (from, allowed) => ({
  name: `${from}-imports`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: [`^src/${from}/`, ...allowed.map((folder) => `^src/${folder}`)] },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('domain', []),
    only('texts', ['domain/']),
    only('report', ['domain/', 'texts/']),
    only('bitrix24', ['domain/', 'texts/', 'platform']),
    only('cache', ['domain/', 'platform']),
    only('sheets', ['domain/', 'texts/', 'platform', 'report/SheetPlan']),
    { name: 'add-on-stands-alone', severity: 'error', from: { path: '^src/' }, to: { path: '^(simulator|portal|cli|test)/' } },
    { name: 'simulator-stands-alone', severity: 'error', from: { path: '^simulator/' }, to: { path: '^(src|portal|cli|test)/' } },
    { name: 'portal-stands-alone', severity: 'error', from: { path: '^portal/' }, to: { path: '^(src|simulator|cli|test)/' } },
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsConfig: { fileName: 'tsconfig.node.json' }, tsPreCompilationDeps: true },
};

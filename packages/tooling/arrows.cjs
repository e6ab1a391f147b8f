const { existsSync, readdirSync } = require('node:fs');

/** A web app is known by its page, so a new one is guarded from its first file. */
const web = [
  'console',
  'portal',
  'field',
  ...(existsSync('apps') ? readdirSync('apps').filter((app) => existsSync(`apps/${app}/index.html`)) : []),
];
const webApp = `(?:${[...new Set(web)].join('|')})`;

const tests = '\\.(?:spec|property-spec|int-spec|journey-spec)\\.ts$';
const testbeds = '/testbed/';
const border = '[^/.]+\\.(?:controller|reactions|store|query)\\.ts$';
const vague = '(?:^|/)(?:common|shared|utils?|helpers?|misc)(?:/|\\.[^/]+$)';
const vagueComment = 'A folder or file whose name accepts anything will.';

/** `packages/<name>` may know only these packages. */
const stands = (name, ...on) => ({
  name: 'packages-know-no-app',
  comment: `${name} stands on ${on.join(', ') || 'nothing'}: arrows never point up.`,
  severity: 'error',
  from: { path: `^packages/${name}/src/`, pathNot: [tests, testbeds] },
  to: { path: '^packages/', pathNot: `^packages/(?:${[name, ...on].join('|')})/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'rules-stand-alone',
      comment: 'A file without a suffix is a rule: it knows the rules of its room, kernel, contracts and promises.',
      severity: 'error',
      from: {
        path: '^apps/([^/]+)/src/(|.+/)[^/.]+\\.ts$',
        pathNot: [`^apps/${webApp}/`, '^apps/[^/]+/src/(?:main|seed)\\.ts$', '^apps/[^/]+/src/migrations/'],
      },
      to: { pathNot: ['^apps/$1/src/$2[^/.]+\\.ts$', '^packages/(?:kernel|contracts|promises)/'] },
    },
    {
      name: 'borders-do-not-meet',
      comment:
        'Reactions, store and query of a room do not know each other; a controller may ask queries, nothing else.',
      severity: 'error',
      from: { path: `^apps/([^/]+)/src/(|.+/)${border}`, pathNot: [`^apps/${webApp}/`, '\\.controller\\.ts$'] },
      to: { path: `^apps/$1/src/$2${border}` },
    },
    {
      name: 'borders-do-not-meet',
      comment: 'A controller may ask queries; it does not know reactions, stores or other controllers.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/(|.+/)[^/.]+\\.controller\\.ts$', pathNot: `^apps/${webApp}/` },
      to: { path: `^apps/$1/src/$2${border}`, pathNot: '\\.query\\.ts$' },
    },
    {
      name: 'services-talk-by-contract',
      comment: 'No app imports another app: what crosses a border is in contracts.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'packages-know-no-app',
      comment: 'Arrows never point up.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    stands('promises', 'kernel', 'contracts'),
    stands('messaging', 'kernel', 'contracts'),
    stands('service-host', 'messaging', 'kernel', 'contracts', 'promises'),
    stands('application', 'service-host', 'messaging', 'kernel', 'contracts'),
    stands('ui', 'client', 'contracts', 'promises', 'kernel'),
    {
      name: 'contracts-are-data',
      comment: 'Contracts are zod and nothing else.',
      severity: 'error',
      from: { path: '^packages/contracts/src/', pathNot: tests },
      to: { pathNot: ['^packages/contracts/src/', '(?:^|/)node_modules/zod/'] },
    },
    {
      name: 'kernel-needs-nothing',
      comment: 'The kernel has no dependencies.',
      severity: 'error',
      from: { path: '^packages/kernel/src/', pathNot: tests },
      to: { pathNot: '^packages/kernel/src/' },
    },
    {
      name: 'the-web-asks-the-client',
      comment: 'A web app knows client, contracts, promises and ui; a browser has no Node.',
      severity: 'error',
      from: { path: `^apps/${webApp}/src/` },
      to: { path: '^packages/', pathNot: '^packages/(?:client|contracts|promises|ui)/' },
    },
    {
      name: 'the-web-asks-the-client',
      comment: 'A browser has no Node.',
      severity: 'error',
      from: { path: `^(?:apps/${webApp}|packages/ui)/src/`, pathNot: [tests, testbeds] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the-web-asks-the-client',
      comment: 'Features of a web app do not know each other.',
      severity: 'error',
      from: { path: `^apps/(${webApp})/src/features/([^/]+)/` },
      to: { path: '^apps/$1/src/features/', pathNot: '^apps/$1/src/features/$2/' },
    },
    {
      name: 'no-circles',
      comment: 'A circle has no first page.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    { name: 'no-vague-folders', comment: vagueComment, severity: 'error', from: { path: vague, orphan: true }, to: {} },
    { name: 'no-vague-folders', comment: vagueComment, severity: 'error', from: { path: vague }, to: {} },
    {
      name: 'no-vague-folders',
      comment: vagueComment,
      severity: 'error',
      from: { pathNot: vague },
      to: { path: vague, pathNot: '(?:^|/)node_modules/' },
    },
    {
      name: 'everything-resolves',
      comment: 'What cannot be found cannot be guarded.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '(?:^|/)node_modules/' },
    exclude: { path: '^(?:apps|packages)/[^/]+/(?:dist|\\.turbo)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['pledge-source', 'types', 'import', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};

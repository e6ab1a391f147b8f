const value = 'export const it = 1;\n';
const uses = (...modules) =>
  modules
    .map((module, index) => `import * as m${index} from '${module}';\nexport const v${index} = m${index};\n`)
    .join('');

/** A house in order: nothing here may be reported. Its apps and rooms are names the rules have never heard of. */
export const inOrder = {
  'packages/kernel/src/index.ts': uses('./decider.js'),
  'packages/kernel/src/decider.ts': value,
  'packages/kernel/src/decider.spec.ts': uses('./decider.js', '@pledge/testing'),
  'packages/contracts/src/index.ts': uses('zod'),
  'packages/contracts/src/events.ts': uses('zod', './index.js'),
  'packages/contracts/src/http.ts': uses('zod'),
  'packages/promises/src/index.ts': uses('@pledge/kernel', '@pledge/contracts', 'chinese-days'),
  'packages/messaging/src/index.ts': uses('@pledge/kernel', '@pledge/contracts', 'typeorm', 'node:crypto'),
  'packages/service-host/src/index.ts': uses('@pledge/messaging', '@pledge/kernel', '@nestjs/common'),
  'packages/client/src/index.ts': uses('@pledge/contracts'),
  'packages/testing/src/index.ts': uses('@pledge/messaging'),
  'apps/bakery/src/main.ts': uses('./bakery.module.js', '@pledge/service-host'),
  'apps/bakery/src/bakery.module.ts': uses(
    './ovens/ovens.controller.js',
    './ovens/ovens.store.js',
    './ovens/ovens.query.js',
    './ovens/oven.js',
  ),
  'apps/bakery/src/ovens/oven.ts': uses('./heat.js', '@pledge/kernel', '@pledge/contracts/events', '@pledge/promises'),
  'apps/bakery/src/ovens/heat.ts': value,
  'apps/bakery/src/ovens/ovens.commands.ts': uses('./oven.js', '@pledge/messaging'),
  'apps/bakery/src/ovens/ovens.controller.ts': uses('./ovens.commands.js', '@nestjs/common', '@pledge/contracts/http'),
  'apps/bakery/src/ovens/ovens.reactions.ts': uses('./ovens.commands.js'),
  'apps/bakery/src/ovens/ovens.store.ts': uses('./oven.js', 'typeorm'),
  'apps/bakery/src/ovens/ovens.query.ts': uses('typeorm'),
  'apps/bakery/src/ovens/ovens.module.ts': uses('./ovens.controller.js'),
  'apps/bakery/src/ovens/ovens.testbed.ts': uses('../counter/counter.module.js'),
  'apps/bakery/src/counter/counter.module.ts': uses('../ovens/ovens.module.js'),
  'apps/bakery/src/flour/flour.ts': value,
  'apps/bakery/src/migrations/0001-ovens.ts': uses('typeorm'),
  'apps/brewery/src/vats/vat.ts': value,
  'apps/kiosk/index.html': '<!doctype html>',
  'apps/kiosk/src/features/counter/counter.ts': uses('@pledge/client', '@pledge/contracts', '@pledge/promises'),
  'apps/kiosk/src/features/till/till.ts': value,
};

const plant = (rule, what, path, text, also = {}) => ({ rule, what, path, files: { [path]: text, ...also } });

export const arrows = [
  plant('rules-stand-alone', 'a rule that knows Nest', 'apps/bakery/src/ovens/a.ts', uses('@nestjs/common')),
  plant('rules-stand-alone', 'a rule that knows TypeORM', 'apps/bakery/src/ovens/b.ts', uses('typeorm')),
  plant('rules-stand-alone', 'a rule that knows Node', 'apps/bakery/src/ovens/c.ts', uses('node:crypto')),
  plant('rules-stand-alone', 'a rule that knows the shell', 'apps/bakery/src/ovens/d.ts', uses('@pledge/messaging')),
  plant('rules-stand-alone', 'a rule that knows its store', 'apps/bakery/src/ovens/e.ts', uses('./ovens.store.js')),
  plant('rules-stand-alone', 'a rule of another room', 'apps/bakery/src/ovens/f.ts', uses('../flour/flour.js')),
  ...['controller', 'reactions', 'query'].map((border) =>
    plant(
      'borders-do-not-meet',
      `${border} → store`,
      `apps/bakery/src/ovens/late.${border}.ts`,
      uses('./ovens.store.js'),
    ),
  ),
  plant('borders-do-not-meet', 'store → query', 'apps/bakery/src/ovens/late.store.ts', uses('./ovens.query.js')),
  plant(
    'services-talk-by-contract',
    'an app that imports another',
    'apps/bakery/src/late.module.ts',
    uses('../../brewery/src/vats/vat.js'),
  ),
  plant(
    'packages-know-no-app',
    'a package that imports an app',
    'packages/client/src/late.ts',
    uses('../../../apps/brewery/src/vats/vat.js'),
  ),
  plant('packages-know-no-app', 'promises → messaging', 'packages/promises/src/late.ts', uses('@pledge/messaging')),
  plant('packages-know-no-app', 'messaging → host', 'packages/messaging/src/late.ts', uses('@pledge/service-host')),
  plant('packages-know-no-app', 'host → testing', 'packages/service-host/src/late.ts', uses('@pledge/testing')),
  plant('packages-know-no-app', 'ui → messaging', 'packages/ui/src/late.ts', uses('@pledge/messaging')),
  plant('contracts-are-data', 'contracts → kernel', 'packages/contracts/src/late.ts', uses('@pledge/kernel')),
  plant('contracts-are-data', 'contracts → a library', 'packages/contracts/src/later.ts', uses('uuid')),
  plant('contracts-are-data', 'contracts → Node', 'packages/contracts/src/last.ts', uses('node:fs')),
  plant('kernel-needs-nothing', 'kernel → a library', 'packages/kernel/src/late.ts', uses('zod')),
  plant('kernel-needs-nothing', 'kernel → contracts', 'packages/kernel/src/later.ts', uses('@pledge/contracts')),
  plant('kernel-needs-nothing', 'kernel → Node', 'packages/kernel/src/last.ts', uses('node:crypto')),
  plant('the-web-asks-the-client', 'web → kernel', 'apps/kiosk/src/late.ts', uses('@pledge/kernel')),
  plant('the-web-asks-the-client', 'web → Node', 'apps/kiosk/src/later.ts', uses('node:path')),
  plant('the-web-asks-the-client', 'ui → Node', 'packages/ui/src/later.ts', uses('node:path')),
  plant(
    'the-web-asks-the-client',
    'a feature that imports another',
    'apps/kiosk/src/features/counter/late.ts',
    uses('../till/till.js'),
  ),
  plant('no-circles', 'a circle', 'apps/bakery/src/flour/hen.ts', uses('./egg.js'), {
    'apps/bakery/src/flour/egg.ts': uses('./hen.js'),
  }),
  plant(
    'no-circles',
    'a circle of types',
    'apps/bakery/src/flour/cat.ts',
    "import type { Dog } from './dog.js';\nexport type Cat = Dog;\n",
    {
      'apps/bakery/src/flour/dog.ts': "import type { Cat } from './cat.js';\nexport type Dog = Cat | 1;\n",
    },
  ),
  plant(
    'rooms-make-no-ring',
    'a room that imports one that imports it',
    'apps/bakery/src/dough/kneading.store.ts',
    uses('../yeast/yeast.commands.js'),
    {
      'apps/bakery/src/dough/dough.commands.ts': value,
      'apps/bakery/src/yeast/yeast.commands.ts': value,
      'apps/bakery/src/yeast/rising.store.ts': uses('../dough/dough.commands.js'),
    },
  ),
  plant(
    'rooms-make-no-ring',
    'a ring of three rooms, one arrow of which is a type',
    'apps/bakery/src/cream/cream.store.ts',
    "import type { Cake } from '../cake/cake.store.js';\nexport type Cream = Cake;\n",
    {
      'apps/bakery/src/cream/whisk.store.ts': value,
      'apps/bakery/src/cake/cake.store.ts': 'export type Cake = 1;\n',
      'apps/bakery/src/cake/cake.query.ts': uses('../fruit/fruit.query.js'),
      'apps/bakery/src/fruit/fruit.query.ts': value,
      'apps/bakery/src/fruit/fruit.store.ts': uses('../cream/whisk.store.js'),
    },
  ),
  plant('no-vague-folders', 'a folder named utils', 'apps/bakery/src/utils/x.store.ts', uses('typeorm')),
  plant('no-vague-folders', 'a folder named common', 'packages/client/src/common/lonely.ts', value),
  plant('no-vague-folders', 'a file named helpers', 'apps/brewery/src/vats/helpers.ts', value),
  plant('no-vague-folders', 'a thing taken from shared', 'packages/client/src/taker.ts', uses('./shared/thing.js'), {
    'packages/client/src/shared/thing.ts': value,
  }),
  plant('everything-resolves', 'an import of nothing', 'packages/client/src/lost.ts', uses('./nowhere.js')),
];

import '../bin/source.mjs';

export default async (...given) => {
  const { default: teardown } = await import('../../testing/src/global-teardown.ts');
  await teardown(...given);
};

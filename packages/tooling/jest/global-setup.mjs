import '../bin/source.mjs';

export default async (...given) => {
  const { default: setup } = await import('../../testing/src/global-setup.ts');
  await setup(...given);
};

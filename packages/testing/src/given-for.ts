import type { Given } from '@pledge/kernel';

const nobody = '00000000-0000-7000-8000-000000000000';

/** What a rule is given in a test: an id of zeros, nobody, and ids that say what they are for, unless told. */
export const givenFor = <Context>(parts: Partial<Given<Context>> & Pick<Given<Context>, 'now'>): Given<Context> => ({
  id: nobody,
  actor: undefined,
  context: undefined as Context,
  newId: (name) =>
    `00000000-0000-7000-8000-${[...name]
      .reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) % 2 ** 40, 7)
      .toString(16)
      .padStart(12, '0')}`,
  ...parts,
});

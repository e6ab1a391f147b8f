import type { Given } from '@pledge/kernel';

const nobody = '00000000-0000-7000-8000-000000000000';

/** What a rule is given in a test: an id of zeros, nobody, and ids that say what they are for, unless told. */
export const givenFor = <Context>(parts: Partial<Given<Context>> & Pick<Given<Context>, 'now'>): Given<Context> => ({
  id: nobody,
  actor: undefined,
  context: undefined as Context,
  newId: (name) => `00000000-0000-7000-8000-${numberOf(name).toString(16).padStart(12, '0')}`,
  ...parts,
});

function numberOf(name: string): number {
  let sum = 7;
  for (let at = 0; at < name.length; at += 1) sum = (sum * 31 + name.charCodeAt(at)) % 2 ** 40;
  return sum;
}

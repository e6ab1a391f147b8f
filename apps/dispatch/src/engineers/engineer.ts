import type { EventOf } from '@pledge/contracts';
import { EngineerRegistered } from '@pledge/contracts/events';
import type { Decider, Given } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';

type Profile = EventOf<typeof EngineerRegistered>['data'];

export type Engineer =
  { readonly status: 'absent' } | { readonly status: 'on-roster'; readonly profile: Readonly<Profile> };
export interface RegisterEngineer {
  readonly type: 'register';
  readonly profile: Profile;
}

/** Who is on the roster; telling the same again says nothing new. */
export const engineerRules: Decider<RegisterEngineer, Engineer, EventOf<typeof EngineerRegistered>, Given> = {
  initial: { status: 'absent' },
  decide({ profile }, engineer) {
    if (profile.skills.length === 0) throw new Refusal('engineer-without-skill', {}, '/skills');
    if (engineer.status === 'on-roster' && sameProfile(engineer.profile, profile)) return [];
    return [EngineerRegistered.of(profile)];
  },
  evolve: (_engineer, { data }) => ({ status: 'on-roster', profile: data }),
};

const sameProfile = (one: Profile, other: Profile): boolean =>
  one.name === other.name &&
  one.phone === other.phone &&
  one.email === other.email &&
  one.homePlace === other.homePlace &&
  one.joinedOn === other.joinedOn &&
  sameWords(one.skills, other.skills) &&
  sameWords(one.territories, other.territories);

const sameWords = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word) => other.includes(word));

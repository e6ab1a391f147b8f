import type { EventType } from '@pledge/contracts/events';

/** Who hears what: listener → speaker → event types. */
export type Topology = Readonly<Partial<Record<string, Subscriptions>>>;

/** What one listener hears: speaker → event types. */
export type Subscriptions = Readonly<Partial<Record<string, readonly EventType[]>>>;

/** Which time a listener is told everything of a speaker: listener → speaker → telling; 1 where nothing is said. */
export type Tellings = Readonly<Partial<Record<string, Readonly<Partial<Record<string, number>>>>>>;

export const streamOf = (service: string): string => service.toUpperCase();
export const durableOf = (listener: string, speaker: string): string => `${listener}-hears-${speaker}`;
export const speakerOf = (type: string): string => type.slice(0, type.indexOf('.'));
export const probeStream = 'PROBE';
export const probeOf = (service: string): string => `probe.${service}`;

/** The speakers a listener hears, each with what it hears of them. */
export const subscriptionsTo = (topology: Topology, listener: string): [string, readonly EventType[]][] =>
  Object.entries(topology[listener] ?? {}).flatMap(([speaker, types]) =>
    types && types.length > 0 ? [[speaker, types] as [string, readonly EventType[]]] : [],
  );

/** What differs between what a service reacts to and what the topology lets it hear; empty where nothing does. */
export function differences(listener: string, reacted: readonly string[], topology: Topology): string[] {
  const listed = new Set<string>(subscriptionsTo(topology, listener).flatMap(([, types]) => types));
  const heard = new Set(reacted);
  return [
    ...[...heard].filter((type) => !listed.has(type)).map((type) => `${type} is reacted to, but not in the topology`),
    ...[...listed]
      .filter((type) => !heard.has(type))
      .map((type) => `${type} is in the topology, but nothing reacts to it`),
  ];
}

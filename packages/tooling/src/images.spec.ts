import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const root = `${import.meta.dirname}/../../..`;
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');
const usual = [...read('docker-compose.yml').matchAll(/\$\{(\w+_IMAGE):-([a-z]+):([^}]+)\}/gu)];
const exact = new Map(
  [...read('deploy/images.env').matchAll(/^(\w+_IMAGE)=(\S+)$/gmu)].map(([, name = '', image = '']) => [name, image]),
);

describe('the images that compose takes from elsewhere', () => {
  it('are named by a variable each, and every one has an exact version', () => {
    expect(usual.map(([, name]) => name).sort()).toEqual([...exact.keys()].sort());
    const foreign = [...read('docker-compose.yml').matchAll(/^ +image: (\S+)$/gmu)].map(([, image = '']) => image);
    expect(foreign.filter((image) => !image.startsWith('pledge-') && !image.startsWith('${'))).toEqual([]);
  });

  it.each(usual.map(([, variable = '', name = '', tag = '']) => [variable, name, tag] as const))(
    '%s has one of the same line',
    (variable, name, tag) => {
      const [, line = '', flavour = ''] = /^([\d.]+)(.*)$/u.exec(tag) ?? [];
      const wanted = new RegExp(`^${name}:${line.replaceAll('.', String.raw`\.`)}\\.[\\d.]+${flavour}$`, 'u');
      expect(exact.get(variable)).toMatch(wanted);
    },
  );
});

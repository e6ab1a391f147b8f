import type { TestEnvironment } from './test-environment.js';

/** Containers where a Docker engine answers; env `PLEDGE_TEST_GROUND` forces one or the other. */
export async function chooseTestEnvironment(): Promise<{
  readonly environment: TestEnvironment;
  readonly because: string;
}> {
  const told = process.env.PLEDGE_TEST_GROUND;
  if (told === 'containers' || told === 'standalone')
    return { environment: told, because: 'PLEDGE_TEST_GROUND says so' };
  if (told !== undefined) throw new Error(`PLEDGE_TEST_GROUND is containers or standalone, not ${told}`);
  return (await dockerAnswers())
    ? { environment: 'containers', because: 'a Docker engine answers' }
    : { environment: 'standalone', because: 'no Docker engine answers' };
}

async function dockerAnswers(): Promise<boolean> {
  const { getContainerRuntimeClient } = await import('testcontainers');
  return getContainerRuntimeClient().then(
    () => true,
    () => false,
  );
}

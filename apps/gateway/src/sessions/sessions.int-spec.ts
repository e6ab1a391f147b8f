import { describe, expect, it } from '@jest/globals';
import { eventually } from '@pledge/testing/eventually';
import { administrator, cookieIn, stack } from '../testbed/stack.module.js';

const here = stack((_request, response) => response.end('{}'));
const signIn = (username: string, password: string) =>
  here().call('POST', '/api/session', { body: { username, password } });

describe('signing in with a password', () => {
  it('gives a session', async () => {
    const answer = await signIn('chang', administrator.password);
    expect(answer.status).toBe(200);
    expect(answer.json.user).toMatchObject({ username: 'Chang', role: 'administrator', customerId: null });
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^pledge=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/u),
    ]);
    const again = await here().call('GET', '/api/session', { headers: { cookie: cookieIn(answer.headers) } });
    expect(again.json).toEqual(answer.json);
  });

  it('gives a cookie of this host alone under TLS', async () => {
    const answer = await here().call('POST', '/api/session', {
      body: administrator,
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^__Host-pledge=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/u,
    );
  });

  it('says the same of a wrong name and a wrong password', async () => {
    const wrongPassword = await signIn('chang', 'something else');
    const wrongName = await signIn('nobody', 'something else');
    expect([wrongPassword.status, wrongPassword.json.code]).toEqual([409, 'sign-in-failed']);
    expect(wrongName.text).toBe(wrongPassword.text);
  });

  it('is refused to demo people', async () => {
    const { json } = await here().call('GET', '/api/session/demo');
    expect((await signIn(json.items[0].username, '')).status).toBe(400);
    expect((await signIn(json.items[0].username, 'x')).json.code).toBe('sign-in-failed');
  });

  it('is limited for an account, whoever it is, also when many try at once', async () => {
    const answers = await Promise.all(Array.from({ length: 14 }, () => signIn('victim', 'guess')));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 409).length).toBeLessThanOrEqual(10);
    const late = answers.find(({ status }) => status === 429);
    expect(late?.json.code).toBe('too-many-attempts');
    expect(late?.headers['retry-after']).toBe('900');
    expect((await signIn('chang', administrator.password)).status).toBe(200);
  });

  it('is limited for an address', async () => {
    await here().database.query(
      `insert into sign_in_attempt (account, address) select decode('00', 'hex'), '127.0.0.1' from generate_series(1, 50)`,
    );
    expect((await signIn('chang', administrator.password)).json.code).toBe('too-many-attempts');
    await here().database.query('delete from sign_in_attempt');
  });
});

describe('signing in as a demo person', () => {
  it('is one call', async () => {
    const { session } = await here().signIn('dispatcher');
    expect(session).toMatchObject({ user: { role: 'dispatcher', department: 'dispatch' }, demo: true });
  });
  it('takes the engineer that is named', async () => {
    const { json } = await here().call('GET', '/api/session/demo');
    const engineer = json.items.filter(({ role }: { role: string }) => role === 'engineer')[3];
    const answer = await here().call('POST', '/api/session/demo', {
      body: { role: 'engineer', personId: engineer.personId },
    });
    expect(answer.json.user).toEqual(engineer);
  });
  it.each([{ host: 'evil.example' }, { host: '127.0.0.1.evil.example' }, { 'x-forwarded-for': '1.2.3.4' }])(
    'is refused with %j',
    async (headers: Record<string, string>) => {
      const answers = [
        await here().call('POST', '/api/session/demo', { body: { role: 'manager' }, headers }),
        await here().call('GET', '/api/session/demo', { headers }),
      ];
      for (const { status, json } of answers) expect([status, json.code]).toEqual([409, 'demo-off']);
    },
  );
  it('is refused for a person of another role', async () => {
    const { session } = await here().signIn('manager');
    const answer = await here().call('POST', '/api/session/demo', {
      body: { role: 'administrator', personId: session.user.personId },
    });
    expect(answer.json.code).toBe('demo-person-unknown');
  });
});

describe('a session', () => {
  it('ends when its person signs out', async () => {
    const { cookie, csrfToken } = await here().signIn('agent');
    const out = await here().call('DELETE', '/api/session', { headers: { cookie, 'x-csrf-token': csrfToken } });
    expect(out.json).toEqual({ signedOut: true });
    expect((await here().call('GET', '/api/session', { headers: { cookie } })).status).toBe(401);
  });

  it('that was revoked elsewhere ends within five seconds', async () => {
    const { cookie, session } = await here().signIn('agent');
    expect((await here().call('GET', '/api/session', { headers: { cookie } })).status).toBe(200);
    await here().database.query('update session set revoked_at = now() where person_id = $1', [session.user.personId]);
    await eventually(async () => (await here().call('GET', '/api/session', { headers: { cookie } })).status === 401, {
      within: 5_000,
    });
  });

  it('that expired is none', async () => {
    const { cookie } = await here().signIn('buyer');
    await here().database.query(
      `update session s set expires_at = now() - interval '1 second' from person p where p.person_id = s.person_id and p.role = 'buyer'`,
    );
    await eventually(async () => (await here().call('GET', '/api/session', { headers: { cookie } })).status === 401, {
      within: 5_000,
    });
  });

  it('slides on while it is used', async () => {
    await here().database.query(`delete from session`);
    const { cookie } = await here().signIn('trainer');
    await here().database.query(
      `update session set last_seen_at = now() - interval '2 minutes', expires_at = now() + interval '1 hour'`,
    );
    await eventually(async () => {
      await here().call('GET', '/api/session', { headers: { cookie } });
      const [row] = await here().database.query<{ on: boolean }>(
        `select expires_at > now() + interval '11 hours' and last_seen_at > now() - interval '1 minute' as on from session`,
      );
      return row?.on;
    });
  });

  it('is not kept in a form that could be used', async () => {
    const { cookie } = await here().signIn('agent');
    const rows = await here().database.query(`select s::text as row from session s`);
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
  });
});

describe('what another site may send', () => {
  it('is refused without the session’s token', async () => {
    const { cookie, csrfToken } = await here().signIn('agent');
    const without = await here().call('DELETE', '/api/session', { headers: { cookie } });
    expect([without.status, without.json.code]).toEqual([403, 'csrf-token-wrong']);
    expect(without.headers['content-type']).toMatch(/^application\/problem\+json/u);
    const wrong = await here().call('DELETE', '/api/session', { headers: { cookie, 'x-csrf-token': `${csrfToken}x` } });
    expect(wrong.status).toBe(403);
    expect((await here().call('GET', '/api/session', { headers: { cookie } })).status).toBe(200);
  });
  it('is refused from another origin, signing in too', async () => {
    const answer = await here().call('POST', '/api/session/demo', {
      body: { role: 'agent' },
      headers: { origin: 'https://evil.example' },
    });
    expect([answer.status, answer.json.code]).toEqual([403, 'origin-wrong']);
  });
});

describe('malformed requests', () => {
  const bodies = [
    '',
    '{',
    '[]',
    'null',
    '"x"',
    '{"role":7}',
    '{"role":"king"}',
    '{"username":"a"}',
    '{"a":"\\u0000"}',
    '{"__proto__":1}',
  ];
  it.each(['/api/session', '/api/session/demo'])('to %s name their fields and are never our fault', async (path) => {
    for (const body of bodies) {
      const { status, headers, json } = await here().call('POST', path, { body });
      expect([body, status]).toEqual([body, 400]);
      expect(headers['content-type']).toMatch(/^application\/problem\+json/u);
      expect(json.errors.length).toBeGreaterThan(0);
    }
  });
  it('with a strange cookie are from a stranger', async () => {
    for (const cookie of ['pledge=', 'pledge=%', `pledge=${'é'.repeat(43)}`, '=;=;', `pledge=${'a'.repeat(43)}`]) {
      const { status } = await here().call('GET', '/api/session', { headers: { cookie: encodeURI(cookie) } });
      expect(status).toBe(401);
    }
  });
});

import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, Controller, Inject, Req, Res, UseFilters } from '@nestjs/common';
import type { InputOf } from '@pledge/contracts';
import * as routes from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import type { Settings } from '@pledge/service-host';
import { Input, NotSignedIn, Serves, SETTINGS } from '@pledge/service-host';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FrontSettings } from '../front-settings.query.js';
import { FRONT_SETTINGS } from '../front-settings.query.js';
import { answerProblem } from '../problems.controller.js';
import { opensDemoDoor } from './demo-door.js';
import { addressOf, cookieFor, csrfTokenOf, visitOf } from './door.commands.js';
import type { Begun } from './sign-in.commands.js';
import { SignIn, TooManyAttempts } from './sign-in.commands.js';

@Catch(TooManyAttempts)
class Slowly implements ExceptionFilter {
  catch({ retryAfterSeconds }: TooManyAttempts, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(http.getRequest(), http.getResponse(), 'too-many-attempts', { retryAfterSeconds });
  }
}

@Controller()
@UseFilters(Slowly)
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    @Inject(FRONT_SETTINGS) private readonly front: FrontSettings,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Serves(routes.signIn)
  async begin(
    @Input() { body }: InputOf<typeof routes.signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<routes.Session> {
    return this.#begun(await this.signIn.withPassword(body, addressOf(request, this.front)), request, reply);
  }

  @Serves(routes.signInAsDemo)
  async beginDemo(
    @Input() { body }: InputOf<typeof routes.signInAsDemo>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<routes.Session> {
    this.#demoDoor(request);
    return this.#begun(await this.signIn.asDemo(body.role, body.personId), request, reply);
  }

  @Serves(routes.listDemoPeople)
  async demoPeople(@Req() request: FastifyRequest): Promise<{ items: routes.User[] }> {
    this.#demoDoor(request);
    return { items: await this.signIn.demoPeople() };
  }

  @Serves(routes.getSession)
  whoAmI(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): routes.Session {
    const visit = visitOf(request);
    if (!visit) throw new NotSignedIn();
    void reply.header('cache-control', 'no-store');
    return { ...visit.session, csrfToken: csrfTokenOf(visit.token) };
  }

  @Serves(routes.signOut)
  async end(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ signedOut: true }> {
    const visit = visitOf(request);
    if (!visit) throw new NotSignedIn();
    await this.signIn.signOut(visit.token);
    const { name, options } = cookieFor(request, this.front);
    void reply.clearCookie(name, options);
    return { signedOut: true };
  }

  #demoDoor(request: FastifyRequest): void {
    const { headers, socket } = request;
    const open = opensDemoDoor(this.settings.demo ? this.front.demoSignIn : 'off', {
      remoteAddress: socket.remoteAddress,
      host: headers.host,
      forwarded: ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via'].some(
        (name) => headers[name] !== undefined,
      ),
    });
    if (!open) throw new Refusal('demo-off');
  }

  #begun({ token, session }: Begun, request: FastifyRequest, reply: FastifyReply): routes.Session {
    const { name, options } = cookieFor(request, this.front);
    void reply.setCookie(name, token, options).header('cache-control', 'no-store');
    return { ...session, csrfToken: csrfTokenOf(token) };
  }
}

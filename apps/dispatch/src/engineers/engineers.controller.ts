import { Controller } from '@nestjs/common';
import type { CallerIdentity, InputOf } from '@pledge/contracts';
import { listCandidates, listEngineers } from '@pledge/contracts/http';
import type { Candidate } from '@pledge/contracts/http';
import { Caller, Input, maskedPhone, NotFound, Serves } from '@pledge/service-host';
import { RosterQuestions } from './engineers.commands.js';
import { seesPhones } from '../eyes.js';

@Controller()
export class EngineersController {
  constructor(private readonly roster: RosterQuestions) {}

  @Serves(listEngineers)
  async list(@Input() { query }: InputOf<typeof listEngineers>, @Caller() caller: CallerIdentity) {
    const page = await this.roster.page(query);
    return { ...page, items: page.items.map((line) => forEyesOf(caller, line)) };
  }

  @Serves(listCandidates)
  async candidates(
    @Input() { params }: InputOf<typeof listCandidates>,
    @Caller() caller: CallerIdentity,
  ): Promise<{ items: Candidate[] }> {
    const found = await this.roster.candidates(params.orderId, caller.language);
    if (!found) throw new NotFound();
    return { items: found.map((line) => forEyesOf(caller, line)) };
  }
}

const forEyesOf = <Line extends { readonly phone: string }>({ role }: CallerIdentity, line: Line): Line =>
  seesPhones(role) ? line : { ...line, phone: maskedPhone(line.phone) };

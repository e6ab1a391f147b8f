import { Controller } from '@nestjs/common';
import { QuestionReferred } from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On } from '@pledge/messaging';
import { Questions } from './questions.commands.js';

/** The hotline refers; the question is in 疑难问题记录表 from then on. */
@Controller()
export class QuestionReactions {
  constructor(private readonly questions: Questions) {}

  @On(QuestionReferred, 'support-registers-question')
  register({ data }: Received<typeof QuestionReferred>, cause: Cause) {
    return this.questions.handle(data.questionId, { type: 'register', told: data }, cause);
  }
}

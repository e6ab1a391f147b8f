import type { Type } from '@nestjs/common';

type Decorator = (prototype: object, name: string, descriptor: PropertyDescriptor) => void;

/**
 * Gives a class a method that no source text has: Nest finds it by its decorators like any other. A decorator may replace it in its
 * descriptor, so that it is defined again when all have run.
 */
export function defineMethod(
  target: Type,
  name: string,
  body: (this: never, ...given: never[]) => unknown,
  ...decorators: readonly Decorator[]
): void {
  const prototype = target.prototype as object;
  Object.defineProperty(body, 'name', { value: `${target.name}/${name}` });
  const descriptor: PropertyDescriptor = { value: body, writable: true, configurable: true, enumerable: false };
  Object.defineProperty(prototype, name, descriptor);
  for (const decorate of decorators) decorate(prototype, name, descriptor);
  Object.defineProperty(prototype, name, descriptor);
}

/** A parameter's decorator, as one of the method's. */
export const parameter =
  (decorator: ParameterDecorator, index: number): Decorator =>
  (prototype, name) =>
    decorator(prototype, name, index);

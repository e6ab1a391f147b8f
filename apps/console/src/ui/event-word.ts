/** `dispatch.order-signed.v1` is said as `event.dispatch.order-signed`. */
export const eventWord = (type: string): string => `event.${type.replace(/\.v\d+$/u, '')}`;

import type { EventOf, OrderAssigned } from '@pledge/contracts/events';
import type { Wording } from './wording.js';
import { lines } from './wording.js';

/** No phone of the user's: that is on the order, for those who may see it. */
export function assigned(order: EventOf<typeof OrderAssigned>['data'], requestNumber: string): Wording {
  const { number, siteName, location, cause, toolsToCarry, partsToCarry } = order;
  const tools = toolsToCarry.join('、');
  return {
    template: 'order-assigned',
    subject: `新派工单 ${number} · New order`,
    text: lines(
      `派工单 ${number}（${requestNumber}）已派给您：${siteName} ${location}，${cause}。携带备品 ${partsToCarry.length} 种${tools ? `，工具：${tools}` : ''}。请尽快接单。`,
      `Order ${number} (${requestNumber}) is yours: ${siteName}, ${location}; ${cause}. Parts to carry: ${partsToCarry.length}${tools ? `; tools: ${toolsToCarry.join(', ')}` : ''}. Please accept it soon.`,
    ),
  };
}

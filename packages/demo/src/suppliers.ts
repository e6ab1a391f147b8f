import { demoId } from './ids.js';

export interface DemoSupplier {
  readonly supplierId: string;
  readonly name: string;
  readonly contact: string;
  readonly phone: string;
}

/** With whom the demo company orders its spare parts. */
export const demoSuppliers: readonly DemoSupplier[] = [
  ['上海恒雅智能设备有限公司', '周敏', '021-5555 0001'],
  ['苏州华东电子元件有限公司', '钱进', '0512-6555 0002'],
  ['杭州安视监控器材有限公司', '孙悦', '0571-8555 0003'],
].map(([name = '', contact = '', phone = ''], index) => ({
  supplierId: demoId('supplier', index + 1),
  ...{ name, contact, phone },
}));

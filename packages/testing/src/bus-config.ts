export interface BusConfig {
  readonly port: number;
  readonly storeFolder: string;
  readonly further: string;
}

export const busConfig = ({ port, storeFolder, further }: BusConfig): string =>
  `port: ${port}\njetstream { store_dir: ${JSON.stringify(storeFolder)} }\n${further}\n`;

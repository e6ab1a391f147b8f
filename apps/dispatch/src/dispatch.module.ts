import { Module } from '@nestjs/common';
import { ApplicationModule } from '@pledge/application';
import { EngineersModule } from './engineers/engineers.module.js';
import { OrdersModule } from './orders/orders.module.js';
import { ReplicasModule } from './replicas/replicas.module.js';

@Module({ imports: [ApplicationModule, OrdersModule, EngineersModule, ReplicasModule] })
export class DispatchModule {}

import type { ArticleRow } from './row.js';

export const fireAlarm: readonly ArticleRow[] = [
  {
    zh: {
      title: '感烟探测器误报',
      body: `原因：积灰、水汽、蒸汽、电焊或吸烟、气流直吹、虫入、电磁干扰。任何报警先按真火处理。
步骤：
1. 派人到现场确认，无火后在控制器复位，记录时间、地址和当时环境。
2. 同一探测器 24 小时内再报，查看控制器中的污染值或模拟量，超过厂家限值应清洗或更换。
3. 用吸尘器清理迷宫外部，需拆洗的送有资质单位；点型感烟探测器投入运行 2 年后应清洗，以后每 3 年一次。
4. 检查安装位置：距空调送风口不小于 1.5 m，厨房、开水间、车库宜改用感温探测器。
5. 现场有施工，先采取防尘罩并办理手续，完工当日恢复。
注意：不得长期屏蔽；屏蔽须登记并加强巡查。`,
    },
    en: {
      title: 'False alarm of a smoke detector',
      body: `Cause: dust, moisture, steam, welding or smoking, draught, insects, interference. Every alarm is a fire until seen otherwise.
Steps:
1. Send somebody to look. No fire: reset, write down time, address and what went on there.
2. Again within 24 hours: look at its contamination or analogue value; beyond the maker's limit, clean or replace.
3. Vacuum it from outside; stripping and washing is for a licensed company. Point smoke detectors are cleaned after two years of service, then every three.
4. Place: 1.5 m or more from an air outlet; kitchens, tea rooms and garages do better with heat detectors.
5. Building work: cover against dust with a permit, uncovered the same day.
Note: never leave it disabled; a disabled one is on record and the place patrolled.`,
    },
    keywords: ['误报', '烟感', '感烟探测器', '清洗', 'false alarm', 'smoke detector'],
    appliesTo: ['AJ-FC9200', 'AJ-FC5000'],
    source: 'GB 50116-2013 第 6.2 节；GB 50166-2019 火灾自动报警系统施工及验收标准',
    reviewBy: '2027-05-31',
  },
  {
    zh: {
      title: '火灾报警控制器报备电故障',
      body: `原因：蓄电池老化、接线松动、保险熔断或充电回路故障。备电失效时主电一断，系统即停止工作，应当日处理。
步骤：
1. 查看故障是“备电断路”“备电欠压”还是“充电故障”。
2. 断开备电后量单只电池：12 V 电池静置电压低于 12.0 V 或鼓包、漏液即更换；两只串联须同批次一起换。
3. 检查保险与接线，正负极不可接反；接回后充电电压一般为 27.3 V 左右（24 V 系统）。
4. 充电 24 小时后做切换试验：断主电，由备电工作。要求监视状态 8 小时后，仍能在报警状态工作 30 分钟。
5. 电池一般 3–4 年更换，箱体贴更换日期。
注意：操作前通知消控室，先断备电再断主电，恢复时先主电后备电。`,
    },
    en: {
      title: 'Fire panel reports a standby battery fault',
      body: `Cause: aged batteries, a loose terminal, a blown fuse, or the charger. Without batteries the system dies with the mains: deal with it the same day.
Steps:
1. Is it "battery open", "battery low" or "charger fault"?
2. Disconnect and measure each: a 12 V battery below 12.0 V at rest, swollen or leaking is replaced; two in series always together, of one batch.
3. Fuse and wiring, polarity. Connected, a 24 V set charges at about 27.3 V.
4. After 24 hours of charging test: mains off. It must stand 8 hours of watching, then still 30 minutes of alarm.
5. Replace every 3 to 4 years; write the date on the box.
Note: tell the control room first. Off: battery, then mains. On: mains, then battery.`,
    },
    keywords: ['备电故障', '蓄电池', '欠压', '主备电切换', 'standby battery', 'charger'],
    appliesTo: ['AJ-FC9200', 'AJ-FC5000'],
    source: 'GB 4717 火灾报警控制器；GB 50166-2019',
    reviewBy: '2027-05-31',
  },
  {
    zh: {
      title: '回路故障，一批探测器同时掉线',
      body: `原因：二总线短路或断路、隔离器动作、回路卡故障、线路进水。
步骤：
1. 看掉线范围：整个回路掉线查回路卡与首段线；从某地址起之后全部掉线，故障点在最后一个在线设备与第一个掉线设备之间；某隔离器所带一段掉线，即该段短路。
2. 断开回路，两线间及对地用 500 V 兆欧表测绝缘（必须先摘下探测器、模块），不小于 20 MΩ。
3. 用二分法在接线端子箱断开一半，逐段缩小，重点看吊顶内接头、潮湿的地下室与新近装修处。
4. 修复后更换动作的隔离器，复位控制器，核对在线数量与登记数量一致。
5. 在该回路首、中、末各试一只探测器。
故障期间对受影响区域每小时巡查一次并登记。`,
    },
    en: {
      title: 'Loop fault, a group of detectors is lost at once',
      body: `Cause: a short or break of the two-wire loop, an isolator that opened, the loop card, or water.
Steps:
1. Which ones? The whole loop: loop card or first stretch. All from one address on: between the last that answers and the first that does not. Those behind one isolator: a short there.
2. Take the loop off; with 500 V measure between wires and to earth, detectors and modules removed first: 20 MΩ or more.
3. Halve it at the terminal boxes until it is found; ceilings, wet basements and recent building work first.
4. Repair, replace the isolator that acted, reset, compare the devices on line with the register.
5. Test a detector at the beginning, middle and end.
Until then the area is patrolled every hour, on record.`,
    },
    keywords: ['回路故障', '二总线', '短路', '隔离器', '掉线', 'loop fault', 'isolator'],
    appliesTo: ['AJ-FC9200', 'AJ-FC5000'],
    source: 'GB 50166-2019 火灾自动报警系统施工及验收标准',
    reviewBy: '2027-06-30',
  },
  {
    zh: {
      title: '火灾报警控制器报接地故障',
      body: `原因：回路或电源线某一极对地绝缘下降，常见于接线盒受潮、线皮被金属管口割破、屏蔽层碰到端子、外部设备共地。
步骤：
1. 记录故障为正极还是负极接地，逐一断开外部回路、24 V 联动电源、通讯线；断开后消失，故障就在该回路。
2. 对该回路断电，用 500 V 兆欧表对地测量，应不小于 20 MΩ；测前摘除电子设备，防止损坏。
3. 按区段断开，重点检查水泵房、地下车库、室外手报与空调机房。
4. 重新穿管时管口加护口，屏蔽层只在控制器一端接地。
5. 恢复接线后复位，观察 24 小时。
注意：单点接地系统仍可工作，但再有一点接地即可能短路或误动，不可拖延。`,
    },
    en: {
      title: 'Fire panel reports an earth fault',
      body: `Cause: one pole of a loop or supply leaks to earth: a damp box, insulation cut at a conduit, a screen touching a terminal, equipment that shares the earth.
Steps:
1. Positive or negative? Take off loops, the 24 V supply and communication lines one by one; where it vanishes, there it is.
2. Without power measure that one with 500 V to earth: 20 MΩ or more. Electronics off first, or they are destroyed.
3. By sections: pump room, garage, outdoor call points, plant rooms.
4. Bushings at conduits; the screen is earthed at the panel only.
5. Reconnect, reset, watch for 24 hours.
Note: with one earth fault the system still works; a second is a short or a false action. Do not put it off.`,
    },
    keywords: ['接地故障', '绝缘', '兆欧表', '屏蔽层', 'earth fault', 'insulation'],
    appliesTo: ['AJ-FC9200', 'AJ-FC5000'],
    source: 'GB 50166-2019；火灾报警控制器维修手册',
    reviewBy: '2027-06-30',
  },
  {
    zh: {
      title: '手动报警按钮、消火栓按钮按下无反应',
      body: `原因：地址未登记或重码、模块损坏、线路断开、按钮机构卡住，消火栓按钮还可能是联动未编程。
步骤：
1. 测试前通知消控室，将联动置“手动”，防止误启动水泵。
2. 在控制器查该地址：显示“掉线”按线路故障处理；显示“正常”而按下不报，更换按钮对比。
3. 用编码器读取地址，与图纸核对；两个设备同码时常表现为时好时坏。
4. 消火栓按钮：GB 50116-2013 规定其动作信号作为报警及联动触发信号，由消防联动控制器启动消火栓泵；仅亮灯不启泵，检查逻辑编程和泵控柜“自动”位置。
5. 用专用钥匙复位按钮，控制器复位，联动恢复“自动”，登记。`,
    },
    en: {
      title: 'Manual call point or hydrant button does nothing',
      body: `Cause: address not registered or used twice, a bad module, a broken line, a jammed mechanism; for hydrants, no programme behind it.
Steps:
1. Tell the control room and set the links to manual, so that no pump starts.
2. Its address at the panel: lost, treat as a line fault; normal but silent, try another button.
3. Read the address with the programmer and compare with the drawing; a double address works now and then.
4. Hydrant button: by GB 50116-2013 its signal is an alarm and a trigger, and the link controller starts the pump. Light but no pump: check the logic and that the pump panel is on automatic.
5. Reset with the key, reset the panel, links back to automatic, write it down.`,
    },
    keywords: ['手报', '消火栓按钮', '启泵', '重码', 'call point', 'hydrant'],
    appliesTo: ['AJ-FC9200', 'AJ-FC5000', 'AJ-LK800'],
    source: 'GB 50116-2013 第 4.3 节',
    reviewBy: '2027-05-31',
  },
  {
    zh: {
      title: '联动设备不动作：排烟风机、卷帘、广播',
      body: `原因：控制器处于“手动”或“禁止联动”、触发条件不满足、模块或 24 V 电源故障、现场控制箱在“就地”。
步骤：
1. 看控制器与联动柜状态：须在“自动允许”。
2. 核对触发逻辑：多数联动须“两只独立探测器”或“一只探测器加一只手报”，单只报警不动作属正常。
3. 在控制器手动启动该模块：模块灯亮而设备不动，量输出端是否有 24 V 或触点闭合；有则查现场控制箱的转换开关、热继电器。
4. 模块灯不亮，查回路与地址；多个模块同时启动而电压跌落，核算 24 V 电源容量。
5. 查反馈信号：设备已动作而无反馈，检查反馈触点和线尾电阻。
6. 逐项试验，记录启动与反馈时间，恢复“自动”。`,
    },
    en: {
      title: 'Linked equipment does not act: smoke fans, shutters, broadcast',
      body: `Cause: the panel is on manual or links are barred, the condition is not met, a module or the 24 V supply fails, or the local box is on local.
Steps:
1. Panel and link cabinet must say automatic.
2. Condition: most links want two detectors, or a detector and a call point. One alone does nothing, and that is right.
3. Start the module by hand. Its light is on but nothing moves: is there 24 V or a closed contact at its output? Then look at the local switch and the thermal relay.
4. Light off: loop and address. Voltage falls when many start: reckon the 24 V supply.
5. It acted but no feedback: feedback contact and end resistor.
6. Test one by one with times of start and feedback, then back to automatic.`,
    },
    keywords: ['联动', '排烟风机', '防火卷帘', '消防广播', '模块', 'smoke fan', 'cause and effect'],
    appliesTo: ['AJ-LK800', 'AJ-FC9200'],
    source: 'GB 50116-2013 第 4 章；GB 16806 消防联动控制系统',
    reviewBy: '2027-06-30',
  },
  {
    zh: {
      title: '吸气式感烟探测器报气流故障',
      body: `原因：采样孔堵塞使气流降低，管路脱落或破裂使气流升高，过滤器脏、风机老化。
步骤：
1. 在主机读取当前气流值（以基准为 100 %）：低于 80 % 为堵，高于 120 % 为漏。
2. 低气流：先换过滤器，再从管路末端用干燥压缩空气反向吹扫。吹扫前必须把管路与主机断开，防止灰尘吹入探测腔。
3. 高气流：沿管路查接头、末端堵帽、被施工碰断处。
4. 检查采样孔尺寸与设计一致，不可自行扩孔。
5. 清洁后重新学习基准气流，环境应为正常送风状态。
6. 在最远采样孔放烟，120 秒内主机应响应；不满足应核算管长与孔数。
维护周期：过滤器 6–12 个月，粉尘场所缩短。`,
    },
    en: {
      title: 'Aspirating smoke detector reports an airflow fault',
      body: `Cause: holes blocked (less air), a pipe off or broken (more air), a dirty filter, or an old fan.
Steps:
1. Read the flow, normal being 100 %: below 80 % is a blockage, above 120 % a leak.
2. Less: a new filter, then blow back from the end of the pipe with dry air. Take the pipe off the detector first, or the dust goes into its chamber.
3. More: joints, end caps, places where others worked.
4. Holes as designed; never widen them.
5. Learn the normal flow again, with the ventilation as usual.
6. Smoke at the farthest hole: it must respond within 120 seconds; if not, reckon pipe length and holes anew.
Filters: every 6 to 12 months, sooner in dust.`,
    },
    keywords: ['吸气式', '极早期', '气流故障', '采样孔', 'aspirating', 'airflow'],
    appliesTo: ['AJ-ASD20', 'AJ-ASD8'],
    source: 'GB 50116-2013 第 6.2.17 条；吸气式感烟火灾探测器手册',
    reviewBy: '2027-07-31',
  },
  {
    zh: {
      title: '消控室值班：报警后第一步做什么',
      body: `依据：GB 25506-2010，消防控制室应实行 24 小时值班，每班不少于 2 人，持证上岗。
步骤：
1. 按“消音”，看清报警地址与时间，不要先按“复位”，复位会丢失首警信息。
2. 一人携带通讯工具、灭火器到现场确认，一人留守。
3. 确认火灾：立即将联动由“手动”转为“自动”，拨打 119，说清地点、楼层、燃烧物、联系电话；启动应急广播与疏散预案，报告负责人。
4. 确认误报：查明原因后复位，填写值班记录（时间、部位、原因、处理人）。
5. 故障信号（黄灯）：记录后通知维保单位，24 小时内不能修复的，对该区域加强巡查。
6. 交接班核对：控制器状态、屏蔽点清单、未处理故障、钥匙与对讲机。`,
    },
    en: {
      title: 'Fire control room: what to do first after an alarm',
      body: `By GB 25506-2010 the room is manned around the clock by two licensed people or more.
Steps:
1. Silence, read address and time. Do not reset first: the first alarm would be lost.
2. One goes to look, with radio and extinguisher; one stays.
3. Fire: links from manual to automatic at once, call 119 with place, floor, what burns, a number to call; emergency broadcast and evacuation, tell the person in charge.
4. False: find the cause, reset, write down time, place, cause, who.
5. Fault (yellow): write it down, tell the maintenance company; not repaired in 24 hours, patrol the area.
6. At the hand-over compare: state of the panel, disabled points, open faults, keys and radios.`,
    },
    keywords: ['消控室', '值班', '报警处置', '119', '应急', 'control room', 'evacuation'],
    appliesTo: ['AJ-FC9200', 'AJ-FC5000', 'AJ-LK800'],
    source: 'GB 25506-2010 消防控制室通用技术要求；GB 25201-2010 建筑消防设施的维护管理',
    reviewBy: '2027-04-30',
  },
];

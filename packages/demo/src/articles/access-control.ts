import type { ArticleRow } from './row.js';

export const accessControl: readonly ArticleRow[] = [
  {
    zh: {
      title: '读卡器指示灯不亮、刷卡无反应',
      body: `原因：多为供电中断或电压偏低，其次是线缆断路、读卡器损坏。读卡器额定 DC 12 V，端子电压低于 10.5 V 时常见灯暗或间歇失灵。
步骤：
1. 看同一控制器下其他读卡器是否正常：全部不亮查控制器电源，单个不亮查该路。
2. 用万用表在读卡器端子量电压。正常为 11.5–13.5 V；控制器端正常而读卡器端偏低，是线径过细或接头氧化，单程超过 60 m 应改用 1.0 mm² 线或就近供电。
3. 电压正常仍不亮，断电后重新压接，再换一只同型号读卡器对比。
4. 恢复供电后刷已授权卡，确认控制器有事件记录。
注意：勿在带电时插拔端子，以免击穿韦根接口。`,
    },
    en: {
      title: 'Card reader is dark and does not respond',
      body: `Cause: mostly no supply or too low a voltage, then a broken wire, then the reader itself. Readers are rated DC 12 V; below 10.5 V at the terminals they are dim or fail now and then.
Steps:
1. Look at the other readers of the same controller: if all are dark, check the controller's supply; if one is, check that branch.
2. Measure at the reader's terminals. 11.5 to 13.5 V is normal. Good at the controller but low at the reader means a thin cable or an oxidised joint; beyond 60 m use 1.0 mm² or a supply nearby.
3. With a good voltage and still dark, switch off, make the joints again, then try a reader of the same model.
4. With power back, present an authorised card and see that the controller records it.
Note: never plug terminals while live; the Wiegand port does not survive it.`,
    },
    keywords: ['读卡器', '门禁', '供电', '刷卡没反应', 'card reader', 'no power'],
    appliesTo: ['HY-AC4000', 'HY-AC2000', 'HY-AC4000E'],
    source: 'GB 50396-2007 出入口控制系统工程设计规范；读卡器安装手册',
    reviewBy: '2027-11-30',
  },
  {
    zh: {
      title: '刷卡有提示音但不开门',
      body: `原因：读卡正常而没有开锁，常见于权限或时段不符、门状态被锁定、继电器无输出、电锁回路断开。
步骤：
1. 在管理软件查该次刷卡事件：“无权限”“非有效时段”“反潜回”各按提示处理；“合法开门”则往下查硬件。
2. 用软件远程开门，听控制器继电器是否吸合；不吸合，检查门是否被设为常闭或消防、互锁联动。
3. 继电器吸合，量锁端电压：断电开锁型（磁力锁）应由 12 V 变 0 V，通电开锁型（阴极锁）应由 0 V 变 12 V。没有变化查 COM/NO/NC 接法与锁电源。
4. 电压变化而锁不动，是锁体卡滞或损坏，调整锁扣板后再试，仍不动更换。
注意：疏散通道的门必须断电开锁，不得为图方便改接。`,
    },
    en: {
      title: 'The reader beeps but the door does not open',
      body: `Cause: the card was read but nothing released the lock: no right, wrong time, a door held locked, no relay output, or an open lock circuit.
Steps:
1. Find the event in the software. "No permission", "outside schedule" and "anti-passback" say what to do; "valid access" means look at the hardware.
2. Open the door from the software and listen for the relay. If it does not click, see whether the door is set to stay closed or is held by interlock or a fire link.
3. If it clicks, measure at the lock: fail-safe (magnetic lock) goes from 12 V to 0 V, fail-secure (strike) from 0 V to 12 V. No change: check COM/NO/NC and the lock supply.
4. Voltage changes but the lock stays: it is jammed or broken. Align the strike plate, try again, else replace.
Note: doors on escape routes must release without power; never rewire them.`,
    },
    keywords: ['门禁', '门打不开', '不开门', '电锁', '继电器', '权限', '反潜回', 'relay', 'permission'],
    appliesTo: ['HY-AC4000', 'HY-AC2000'],
    source: 'GB 50396-2007 出入口控制系统工程设计规范；控制器使用手册',
    reviewBy: '2027-11-30',
  },
  {
    zh: {
      title: '磁力锁吸力不足，轻拉即开',
      body: `原因：磁力锁 280 kg 级需稳定 12 V、约 500 mA。吸力不足一般是电压偏低、锁体与吸板不平行、表面有异物或吸板被拧死。
步骤：
1. 锁吸合时量锁端电压，低于 11.5 V 先处理电源与线径；多把锁共用电源时核算总电流，余量不少于 30 %。
2. 清洁锁体与吸板表面，不得贴胶带、刷漆。
3. 检查吸板：中心螺丝下应有橡胶垫，能轻微摆动，使两面自动贴合；拧死会造成半边接触。
4. 检查门扇下垂、闭门器力量，关门后两面应完全贴合，缝隙为零。
5. 用锁自带的霍尔输出确认锁紧信号，再以弹簧秤或人力试拉。
注意：剩磁造成“断电后粘门”时更换吸板的防剩磁钉。`,
    },
    en: {
      title: 'Magnetic lock holds weakly and can be pulled open',
      body: `Cause: a 280 kg magnetic lock needs a steady 12 V at about 500 mA. It holds weakly when the voltage is low, the faces are not parallel, something lies between them, or the armature is screwed tight.
Steps:
1. Measure at the lock while it holds. Below 11.5 V, deal with the supply and the cable first; where several locks share a supply add up the current and keep 30 % in reserve.
2. Clean both faces. No tape, no paint.
3. The armature needs its rubber washer under the centre screw and must rock slightly, so that it settles flat; screwed tight it touches on one side only.
4. Look for a sagging door and a weak closer: closed, there is no gap at all.
5. Confirm the bond with the lock's Hall sensor, then pull by hand or spring balance.
Note: if the door sticks without power, replace the anti-residual pin of the armature.`,
    },
    keywords: ['磁力锁', '吸力', '锁不住', '吸板', 'maglock', 'holding force'],
    appliesTo: ['HY-AC4000', 'HY-AC2000', 'HY-AC4000E'],
    source: '磁力锁安装手册；GB/T 37078-2018 出入口控制系统技术要求',
    reviewBy: '2027-10-31',
  },
  {
    zh: {
      title: '开门超时报警、门磁误报',
      body: `原因：门确实未关严，或门磁错位、线路短断、报警延时设得太短。
步骤：
1. 现场关门，看软件中门状态是否变为“关”。门关而状态为“开”，查门磁。
2. 门磁与磁铁间距：表面安装型一般不超过 20 mm，铁门须用铁门专用型，普通门磁吸在铁上有效距离会减半。
3. 在控制器端拆下门磁线，短接应显示关、断开应显示开；随之变化说明控制器正常，问题在门磁或线路。
4. 检查常开/常闭设置与实际接法一致，防拆或线尾电阻型须按手册接阻值。
5. 机械上调整闭门器，使门在 5–8 秒内关到位；再把“开门超时”设为 15–30 秒，货物通道可按管理要求放宽。
6. 观察一个班次，确认不再误报。`,
    },
    en: {
      title: 'Door-held alarm, false reports of the door contact',
      body: `Cause: the door really is not shut, or the contact is out of place, its line is broken or shorted, or the delay is too short.
Steps:
1. Shut the door and see whether its state becomes "closed". Shut but shown open: look at the contact.
2. Distance between contact and magnet: surface types at most 20 mm; on steel doors use the steel-door type, as an ordinary one loses half its range.
3. Take the contact's wires off the controller: shorted must show closed, open must show open. If it follows, the controller is good and the contact or line is not.
4. The normally-open or closed setting must match the wiring; with end-of-line resistors use the values of the manual.
5. Adjust the closer so that the door shuts in 5 to 8 seconds, then set the delay to 15 to 30 seconds, longer for goods entrances where the rules allow.
6. Watch for a shift.`,
    },
    keywords: ['门磁', '开门超时', '误报', '长时间报警', 'door contact', 'held open'],
    appliesTo: ['HY-AC4000', 'HY-AC2000', 'HY-AC4000E'],
    source: 'GB 50396-2007 出入口控制系统工程设计规范；门磁安装手册',
    reviewBy: '2027-10-31',
  },
  {
    zh: {
      title: '门禁控制器离线，软件显示通讯中断',
      body: `原因：控制器断电、IP 冲突、交换机端口或网线故障、防火墙拦截，或服务器通讯服务停止。离线期间控制器按本地权限继续开门，事件存于本机。
步骤：
1. 看范围：全部离线查服务器服务与交换机上联，单台离线查该台。
2. 在服务器 ping 控制器地址。不通：查控制器电源灯、网口灯，换网线和端口；时通时断：查 IP 冲突，断开控制器再 ping，仍有应答即冲突。
3. ping 通而软件离线：核对通讯端口、设备密码，检查服务器防火墙及新装的安全软件。
4. 恢复后在软件执行校时和提取离线记录，再下载权限，确认两端一致。
注意：不要用“恢复出厂”处理通讯问题，会清空本地权限，全部用户不能通行。`,
    },
    en: {
      title: 'Access controller is offline in the software',
      body: `Cause: no power at the controller, an address conflict, a bad switch port or cable, a firewall, or the communication service stopped. Meanwhile the controller opens doors by its own copy of the rights and keeps the events.
Steps:
1. How many? All: look at the server's service and the switch uplink. One: look at that one.
2. Ping it from the server. No answer: power light, port lights, another cable and port. On and off: an address conflict; unplug the controller and ping again, an answer proves it.
3. It answers but is shown offline: compare port and device password, look at the server's firewall and newly installed security software.
4. Afterwards set its clock, fetch the stored events, then download the rights and see that both ends agree.
Note: never "restore factory settings" for this: it erases the rights, and nobody gets through.`,
    },
    keywords: ['控制器离线', '通讯中断', 'IP 冲突', 'offline', 'ping'],
    appliesTo: ['HY-AC4000', 'HY-AC2000', 'HY-AC4000E'],
    source: '控制器使用手册；GB 50348-2018 安全防范工程技术标准',
    reviewBy: '2027-09-30',
  },
  {
    zh: {
      title: '人脸识别终端识别慢或不识别',
      body: `原因：逆光或强光直射、镜头脏污、底库照片质量差、安装高度不当、阈值过高。
步骤：
1. 擦净镜头和补光灯，取下保护膜。
2. 看环境：终端正对玻璃门或西晒时逆光明显，加遮阳罩或调整朝向 15–30 度；夜间确认补光灯自动开启。
3. 安装高度以屏幕中心离地约 1.4–1.5 m 为宜，识别距离 0.5–1.5 m。
4. 查该人底库照：正面、无遮挡、两眼间距不少于 60 像素；用终端现场重新采集，比手机翻拍可靠。
5. 识别阈值按手册默认，误识少而拒识多时每次下调 2–3 分，重要部位不得低于厂家建议值。
6. 仍慢：查底库人数是否超容量、固件版本，升级前先备份人员数据。
注意：人脸属敏感个人信息，离职人员应及时删除。`,
    },
    en: {
      title: 'Face terminal is slow or does not recognise people',
      body: `Cause: light from behind or straight on, a dirty lens, poor enrolment pictures, wrong mounting height, or too high a threshold.
Steps:
1. Clean lens and fill light, take the protective film off.
2. Light: facing a glass door or the afternoon sun, add a hood or turn it by 15 to 30 degrees; at night see that the fill light comes on.
3. Centre of the screen 1.4 to 1.5 m above the floor, people 0.5 to 1.5 m away.
4. Look at the enrolled picture: from the front, nothing covered, at least 60 pixels between the eyes. Enrolling at the terminal beats a picture of a picture.
5. Keep the default threshold; where the right people are refused, lower it by 2 or 3 points at a time, never below the maker's value at important doors.
6. Still slow: number of faces against capacity, firmware; back people up before an upgrade.
Note: faces are sensitive personal data; delete those who left.`,
    },
    keywords: ['人脸识别', '识别慢', '逆光', '底库', 'face recognition', 'backlight'],
    appliesTo: ['HY-FR86', 'HY-FR71'],
    source: '人脸识别终端使用手册；GB/T 35273-2020 个人信息安全规范',
    reviewBy: '2027-06-30',
  },
  {
    zh: {
      title: '消防报警后门禁不释放',
      body: `原因：消防联动信号未送到、信号类型不匹配、联动未启用，或电锁被不受控的电源供电。
要求：火灾确认后，疏散通道上的门禁须自动打开（GB 50116-2013 第 4.10 节）。
步骤：
1. 先用紧急破玻按钮和总电源开门，保证人员疏散，再查原因。
2. 在消防模块输出端测量：动作时应由断开变闭合（干接点）。不动作，由消防专业查联动编程与模块。
3. 干接点到达门禁主机而不释放：核对输入为常开或常闭、软件中“消防联动”对应的门组。
4. 最可靠的做法是硬联动：消防接点直接切断电锁电源，不经软件。核查是否有锁绕过该回路取电。
5. 恢复后做一次全楼联动试验，逐门记录，双方签字。`,
    },
    en: {
      title: 'Doors are not released by a fire alarm',
      body: `Cause: the fire signal does not arrive, is of the wrong type, the link is not enabled, or a lock is fed from a supply outside of it.
Required: once a fire is confirmed, doors on escape routes open by themselves (GB 50116-2013, 4.10).
Steps:
1. Open the doors first, by break-glass and by the main lock supply, so that people get out; look for the cause afterwards.
2. Measure at the output module of the fire panel: a dry contact closes when it acts. If not, the fire engineer checks the cause-and-effect programme and the module.
3. The contact arrives but nothing is released: compare normally open or closed, and the group of doors of the fire link.
4. Safest is a hard link: the contact cuts the lock supply itself, without software. Look for locks fed past it.
5. Test the whole building afterwards, door by door, signed by both sides.`,
    },
    keywords: ['消防联动', '疏散', '不释放', '破玻按钮', 'fire release', 'egress'],
    appliesTo: ['HY-AC4000', 'HY-AC4000E', 'AJ-LK800'],
    source: 'GB 50116-2013 火灾自动报警系统设计规范',
    reviewBy: '2027-05-31',
  },
  {
    zh: {
      title: '通道闸机不复位、摆臂乱动或夹人',
      body: `原因：零位传感器脏污或松动、红外对射被遮挡或失准、限位与电机皮带磨损、供电不稳。
步骤：
1. 立即停用该通道并放置围挡，避免夹人；其余通道照常通行。
2. 断电 30 秒再上电，观察自检：一侧不回零位，清洁并紧固该侧零位开关，核对与感应片间隙（一般 3–5 mm）。
3. 逐对遮挡红外对射，看诊断界面是否对应变化；常亮不变的清洁镜片、校正对中、查阳光直射。
4. 手推摆臂，感觉卡滞或异响，检查皮带张力与轴承。
5. 检查防夹功能：关闸途中遮挡红外，摆臂应立即停止或反弹。不合格不得恢复使用。
6. 连续放行 20 次无异常后开放。`,
    },
    en: {
      title: 'Turnstile does not return, wings move oddly or hit people',
      body: `Cause: a dirty or loose home sensor, infrared beams blocked or out of line, worn stops or belt, an unsteady supply.
Steps:
1. Close the lane and put up a barrier at once; the other lanes go on.
2. Off for 30 seconds, on, watch the self-test. A side that does not find home: clean and tighten its sensor, gap to the target mostly 3 to 5 mm.
3. Interrupt each beam and watch the diagnosis page. One that never changes: clean, align, look for direct sun.
4. Push the wing by hand; if it sticks or grinds, look at belt tension and bearings.
5. Test the anti-pinch: interrupt a beam while it closes; the wing must stop or go back at once. If it does not, the lane stays closed.
6. Let 20 people through without a fault, then open it.`,
    },
    keywords: ['闸机', '摆闸', '防夹', '红外对射', 'turnstile', 'speed gate'],
    appliesTo: ['QZ-SG300', 'QZ-SW220'],
    source: '人行通道闸机维护手册',
    reviewBy: '2027-08-31',
  },
];

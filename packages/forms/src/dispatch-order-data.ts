interface Person {
  readonly name: string;
}

interface CarriedPart {
  readonly partId: string;
  readonly quantity: number;
  readonly name: string | null;
  readonly model: string | null;
  readonly place: string | null;
}

/** What a 故障处理派工单 says; what is null has a blank box to be filled in by hand. */
export interface DispatchOrderForm {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly requestNumber: string;
  readonly customerName: string;
  readonly siteName: string;
  readonly siteAddress: string;
  readonly equipmentName: string | null;
  readonly equipmentModel: string | null;
  readonly serialNumber: string | null;
  readonly reportedBy: { readonly name: string; readonly phone: string | null };
  readonly description: string;
  readonly impact: string | null;
  readonly measuresTaken: string | null;
  readonly warranty: { readonly state: string | null; readonly chargeable: boolean };
  readonly reportedAt: string;
  readonly arriveBy: string | null;
  readonly resolveBy: string | null;
  readonly openedAt: string;
  readonly cause: string | null;
  readonly nature: string;
  readonly category: string;
  readonly location: string | null;
  readonly partsToCarry: readonly CarriedPart[];
  readonly toolsToCarry: readonly string[];
  readonly engineer: { readonly name: string; readonly phone: string } | null;
  readonly assignedBy: Person | null;
  readonly assignedAt: string | null;
  readonly releaseException: { readonly reason: string; readonly by: Person; readonly at: string } | null;
  readonly departedAt: string | null;
  readonly expectedArrivalAt: string | null;
  readonly arrivedAt: string | null;
  readonly conduct: { readonly badge: boolean; readonly tidyDress: boolean; readonly shoeCovers: boolean } | null;
  readonly measures: {
    readonly content: string;
    readonly completedAt: string;
    readonly partsUsed: readonly CarriedPart[];
    readonly siteCleaned: boolean;
  } | null;
  readonly signature: { readonly signedBy: string; readonly signedAt: string } | null;
  /** The user's signature, a data URL of an SVG or PNG drawing. */
  readonly drawing: string | null;
  readonly closedAt: string | null;
  readonly closedBy: Person | null;
}

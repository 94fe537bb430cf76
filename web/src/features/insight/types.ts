import type { components } from "@/api/schema";

// As the server sends them: null where nothing speaks for a value, never missing.
type Schemas = components["schemas"];

export type Measure = Required<Omit<Schemas["Measure"], "value" | "before" | "target" | "met" | "days">> & {
  value: number | null;
  before: number | null;
  target: Required<Schemas["MeasureTarget"]> | null;
  met: boolean | null;
  days: (number | null)[];
};
export type Overview = Required<Omit<Schemas["OverviewResponse"], "measures">> & { measures: Measure[] };
export type PartMeasure = { key: string; value: number | null; samples: number; met: boolean | null };
export type DrillDown = { key: string; measures: PartMeasure[] };
type Numbers = "roiErrorMedian" | "roiClose" | "roiWithin" | "participantsWithin";
export type AccuracyItem = Required<Omit<Schemas["AccuracyLine"], Numbers | "met">> & {
  [K in Numbers]: number | null;
} & { met: boolean | null };
export type Accuracy = { by: string; from: string; to: string; total: AccuracyItem; items: AccuracyItem[] };
export type OutcomeLine = Required<Schemas["OutcomeLine"]>;
export type SlowLine = Required<Schemas["SlowLine"]>;
export type Feedback = Required<Schemas["FeedbackResponse"]>;
export type FixedCost = Required<Schemas["FixedCost"]>;
export type Bill = Required<Omit<Schemas["BillResponse"], "budget" | "perRecommendation" | "fixedCosts">> & {
  budget: number | null;
  perRecommendation: number | null;
  fixedCosts: FixedCost[];
};
export type UsageRow = Required<Schemas["UsageRow"]>;

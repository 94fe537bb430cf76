// What travels between these pages and the server, by the names the pages use.

export type PurposeKey = "신규고객유치" | "재방문유도" | "매출증대" | "인지도향상";
export type IndustryName = "음식점" | "소매점" | "서비스" | "숙박" | "기타";
export type Budget = "low" | "medium" | "high";
export type Channel = "online" | "offline";
export type SlotId = `${Budget}-${Channel}`;
export type LossRisk = "low" | "medium" | "high";
export type Grade = "MEASURED" | "ESTIMATED" | "REPORTED" | "NONE";
export type Location = { city: string; district: string | null };
export type Items<T> = { items: T[]; nextCursor: string | null };

export type Account = { id: string; email: string; name: string; role: "OWNER" | "OPERATOR" };
export type Token = {
  id: string;
  name: string;
  createdAt?: string;
  lastUsedAt?: string | null;
  token?: string;
};

export type Store = {
  id: string;
  name: string;
  industry: IndustryName;
  businessType: string;
  address: string;
  location: Location | null;
  candidates: Location[];
  openingHours: string | null;
  businessRegistrationNumber: string | null;
  marginPercent: number;
  createdAt: string;
};
export type StoreInput = {
  name: string;
  industry?: IndustryName;
  businessType: string;
  address: string;
  location?: Location | null;
  openingHours?: string | null;
  businessRegistrationNumber?: string | null;
  marginPercent?: number;
};
export type BusinessTypeItem = { name: string; industry: IndustryName; marginPercent: number };
export type Placement = { location: Location | null; candidates: Location[] };

export type Range = { low: number; high: number };
export type Evidence = {
  caseId: string;
  title: string;
  participants: number;
  cost: number;
  roi: number;
  grade: Grade;
  sample: boolean;
  stores: number;
};
export type PlanForecast = {
  participants: Range;
  roi: Range;
  cases: number;
  realCases: number;
  basis: string;
  profit: number;
  lossRisk: LossRisk;
  breakEvenParticipants: number;
  modelVersion: string;
  marginPercent: number;
};
export type Kit = {
  costItems: { name: string; amount: number }[];
  steps: { day: number; text: string }[];
  staffScript: string;
};
export type Plan = {
  id: SlotId;
  budget: Budget;
  type: Channel;
  title: string;
  prize: string;
  participation: string;
  expectedParticipants: number;
  cost: number;
  roi: number;
  winners: number | null;
  days: number;
  forecast: PlanForecast;
  evidence: Evidence[];
  origin: "model" | "planner";
  kit: Kit;
  notices: string[];
};
export type TrendKey = "industry" | "location" | "season";
export type Trends = Record<TrendKey, string>;
export type TrendSources = Record<TrendKey, { source: string; asOf: string }>;
export type Metadata = {
  cacheHit: boolean;
  processingTime: number;
  engine: "claude" | "planner" | "mixed";
  degraded: boolean;
  rateLimited: boolean;
  message: string | null;
};
export type RecommendationRequest = {
  eventPurpose: PurposeKey;
  storeId?: string;
  startDate?: string;
  maxBudget?: number;
  wish?: string;
};
export type AnsweredRequest = {
  eventPurpose: PurposeKey;
  storeId: string | null;
  storeName: string | null;
  industry: IndustryName;
  businessType: string;
  location: Location | null;
  startDate: string;
  maxBudget: number | null;
  wish: string | null;
};
export type RecommendationData = {
  id: string;
  trends: Trends;
  trendSources: TrendSources;
  recommendations: Plan[];
  request: AnsweredRequest;
  similarCases: number;
  note: string | null;
  createdAt: string;
  chosenOption: SlotId | null;
  eventId: string | null;
};
export type Recommendation = { success: true; data: RecommendationData; metadata: Metadata };
export type HistoryItem = {
  id: string;
  createdAt: string;
  eventPurpose: PurposeKey;
  storeId: string | null;
  storeName: string | null;
  startDate: string;
  titles: string[];
  chosenOption: SlotId | null;
  eventId: string | null;
};
export type RegenerateReason = "too-expensive" | "not-us" | "common" | "other";
export type Selection = {
  option: SlotId;
  title?: string;
  prize?: string;
  participation?: string;
  cost?: number;
  startDate?: string;
  endDate?: string;
};

export type Estimate = { expected: number; low: number; high: number };
export type ForecastRequest = {
  industry: IndustryName;
  businessType?: string;
  location: Location | null;
  purpose: PurposeKey;
  date: string;
  type: Channel;
  cost: number;
  prize: string;
  participation: string;
  marginPercent?: number;
};
export type ForecastAnswer = {
  participants: Estimate;
  roi: Estimate;
  cases: number;
  realCases: number;
  basis: string;
  modelVersion: string;
  profit: number;
  lossRisk: LossRisk;
  breakEvenParticipants: number;
};

export type EventStatus = "draft" | "running" | "closed" | "cancelled";
export type MeasuredBy = "till" | "count" | "guess";
export type Prediction = {
  participants: Estimate;
  roi: Estimate;
  cases: number;
  basis: string;
  modelVersion: string;
};
export type Accuracy = { participantsError: number | null; roiError: number | null };
export type OutletResult = { channel: string; participants: number; cost: number };
export type Performance = {
  participants: number;
  cost: number;
  roi: number;
  revenue: number | null;
  channels: OutletResult[];
  completedOn: string;
  measuredBy: MeasuredBy;
  grade: Grade;
  accuracy: Accuracy;
  participantsWithinRange: boolean;
  roiWithinRange: boolean;
};
export type StoreEvent = {
  id: string;
  storeId: string | null;
  recommendationId: string | null;
  option: SlotId | null;
  title: string;
  prize: string;
  participation: string;
  winners: number | null;
  cost: number;
  startDate: string;
  endDate: string;
  purpose: PurposeKey;
  type: Channel;
  industry: IndustryName;
  businessType: string;
  location: Location | null;
  status: EventStatus;
  createdAt: string;
  prediction: Prediction;
  originalPrediction: Prediction;
  edits: { field: string; from: string | null; to: string | null; at: string }[];
  performance: Performance | null;
  nextStep: "start" | "close" | null;
  overdue: boolean;
};
export type EventPatch = Partial<
  Pick<StoreEvent, "title" | "prize" | "participation" | "cost" | "startDate" | "endDate">
> & { status?: "running" | "cancelled" };
export type PerformanceInput = {
  participants: number;
  cost: number;
  revenue?: number;
  channels?: OutletResult[];
  completedOn?: string;
  measuredBy: MeasuredBy;
};
export type OwnRecord = {
  events: number;
  participantsWithinRange: number;
  roiWithinRange: number;
  entries: {
    eventId: string;
    title: string;
    completedOn: string;
    predicted: { participants: Estimate; roi: Estimate };
    actual: { participants: number; roi: number };
  }[];
};

export type CaseItem = {
  id: string;
  origin: string;
  sample: boolean;
  title: string;
  prize: string;
  participation: string;
  industry: IndustryName;
  businessType: string;
  location: Location | null;
  date: string | null;
  purpose: PurposeKey | null;
  type: Channel | null;
  cost: number | null;
  participants: number | null;
  roi: number | null;
  grade: Grade;
  source: string;
  exclusion: string | null;
};
export type IndexState = { model: string; size: number; lag: number; setAside: number; rebuilding: boolean };
export type CasePage = Items<CaseItem> & { total: number };
export type ImportResult = {
  received: number;
  stored: number;
  duplicates: number;
  outliers: number;
  rejected: { line: number; reason: string }[];
};

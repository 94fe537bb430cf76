import type { components } from "./schema";

// What travels between these pages and the server. The shapes are those of the server's own document
// (schema.ts, `npm run generate`); here they get the names the pages use, and words that the document
// calls text become the few words they can be. A field that vanishes from the document fails to compile.

type Schemas = components["schemas"];
type Narrowing<S, N> = { [K in keyof N]: K extends keyof S ? Required<S>[K] : never };

/** A schema as the server sends it: null where there is nothing, never missing. */
type Sent<Name extends keyof Schemas, N extends Narrowing<Schemas[Name], N> = Record<never, never>> = Omit<
  Required<Schemas[Name]>,
  keyof N
> &
  N;

export type PurposeKey = "신규고객유치" | "재방문유도" | "매출증대" | "인지도향상";
export type IndustryName = "음식점" | "소매점" | "서비스" | "숙박" | "기타";
export type Budget = "low" | "medium" | "high";
export type Channel = "online" | "offline";
export type SlotId = `${Budget}-${Channel}`;
export type LossRisk = Schemas["PlanForecast"]["lossRisk"];
export type Grade = Schemas["Evidence"]["grade"];
export type Location = Sent<"Region">;
export type Items<T> = { items: T[]; nextCursor: string | null };

export type Account = Sent<"AccountResponse">;
export type Token = Sent<"Token">;
export type NewToken = Sent<"NewToken">;

export type Store = Sent<
  "StoreResponse",
  { industry: IndustryName; location: Location | null; candidates: Location[] }
>;
export type StoreInput = Schemas["StoreRequest"];
export type BusinessTypeItem = Sent<"TradeSuggestion", { industry: IndustryName }>;
export type Placement = Sent<"PlaceSuggestion", { location: Location | null; candidates: Location[] }>;

export type Evidence = Sent<"Evidence">;
export type PlanForecast = Sent<"PlanForecast">;
export type Kit = Sent<"PlanKit">;
export type Plan = Sent<"Plan", { id: SlotId }>;
export type TrendKey = "industry" | "location" | "season";
export type Trends = Sent<"TrendTexts">;
export type TrendSources = Sent<"TrendSources">;
export type Metadata = Sent<"RecommendationMetadata">;
/** The document lets all be missing, as the server then names what is; the purpose we never leave out. */
export type RecommendationRequest = Schemas["RecommendationRequest"] & { eventPurpose: PurposeKey };
export type AnsweredRequest = Sent<
  "AnsweredRequest",
  { eventPurpose: PurposeKey; industry: IndustryName; location: Location | null }
>;
export type RecommendationData = Sent<
  "RecommendationData",
  { recommendations: Plan[]; request: AnsweredRequest; chosenOption: SlotId | null }
>;
export type Recommendation = Sent<"AnswerResponse", { data: RecommendationData; metadata: Metadata }>;
export type HistoryItem = Sent<"HistoryItem", { eventPurpose: PurposeKey; chosenOption: SlotId | null }>;
export type RegenerateReason = "too-expensive" | "not-us" | "common" | "other";
export type Selection = Schemas["SelectionRequest"] & { option: SlotId };

export type Estimate = Sent<"Estimate">;
export type ForecastRequest = Schemas["ForecastRequest"];
export type ForecastAnswer = Sent<"ForecastResponse">;

export type EventStatus = "draft" | "running" | "closed" | "cancelled";
export type MeasuredBy = Schemas["OutcomeResponse"]["measuredBy"];
export type Prediction = Sent<"PredictionResponse">;
export type Performance = Sent<"OutcomeResponse", { accuracy: Accuracy }>;
export type Accuracy = Sent<"AccuracyResponse">;
export type OutletResult = Sent<"ChannelResult">;
export type StoreEvent = Sent<
  "StoreEventResponse",
  {
    option: SlotId;
    purpose: PurposeKey;
    type: Channel;
    industry: IndustryName;
    location: Location | null;
    status: EventStatus;
    edits: Sent<"EditResponse">[];
    performance: Performance | null;
    nextStep: "start" | "close" | null;
  }
>;
/** What an outcome changed in forecasts. */
export type Correction = Sent<"CorrectionResponse">;
/** What a forecast leans on. */
export type Grounds = Sent<"GroundsResponse", { precedents: Sent<"GroundResponse">[] }>;
export type EventPatch = Schemas["EventPatchRequest"];
export type PerformanceInput = Schemas["OutcomeRequest"];
export type OwnRecord = Sent<"RecordResponse">;

export type Likeness = Sent<
  "Likeness",
  { title: Sent<"Mark">[]; prize: Sent<"Mark">[]; participation: Sent<"Mark">[]; words: Sent<"SharedWord">[] }
>;
export type CaseItem = Sent<
  "CaseResponse",
  {
    industry: IndustryName;
    location: Location | null;
    purpose: PurposeKey | null;
    type: Channel | null;
    likeness: Likeness | null;
  }
>;
export type CasePage = Items<CaseItem> & { total: number };
export type IndexState = Sent<"State">;
export type SetAsideCase = Sent<"Poison">;
export type ImportResult = Sent<"ImportResponse">;

export type CollectionStep = Sent<
  "StepResponse",
  {
    counts: Record<string, number>;
    progress: Sent<"ProgressResponse">;
    error: Sent<"ErrorResponse"> | null;
  }
>;
export type CollectionRun = Sent<"RunResponse", { steps: CollectionStep[] }>;
export type CollectionSource = Sent<"SourceResponse", { problem: Sent<"ErrorResponse"> | null }>;
export type CollectionQuota = Sent<"QuotaResponse">;
export type CollectionPreview = Sent<"PreviewResponse">;
export type CollectionRefusals = Sent<
  "RefusalsResponse",
  { reasons: Sent<"Reason">[]; items: Sent<"Refused">[] }
>;
export type ExperimentWriter = {
  kind: "model" | "planner";
  promptVersion: string | null;
  model: string | null;
};
export type Prompt = Sent<"PromptResponse">;
export type PromptList = { items: Prompt[]; serving: ExperimentWriter };
export type ExperimentResult = Sent<"ExperimentResult">;
export type Experiment = Sent<
  "ExperimentResponse",
  {
    arms: (ExperimentWriter & { key: string })[];
    plan: Sent<"ExperimentPlan"> | null;
    result: ExperimentResult | null;
  }
>;
export type NewExperiment = Schemas["NewExperimentRequest"];

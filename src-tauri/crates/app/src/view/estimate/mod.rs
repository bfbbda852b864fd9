//! Runs before they are paid for: what a person plans, what it comes to, and what came of it.

mod answer;
mod draft;
mod plan;
mod projection;

pub use answer::{
    AmountRange, CountRange, NeededView, PlanEstimate, RankedModelView, RateView, SavedView, SwingInput, SwingView,
    UnknownCost, UnknownKind,
};
pub use draft::{
    AttemptsSource, GroupedPrompts, PlanDraft, PlanMinutes, PlanModel, PlanOverhead, PlanPrice, RateSource,
    SeenAttemptsView, SourceView,
};
pub use plan::{PlanView, SavePlanRequest};
pub use projection::{
    BasisAmount, ClipProjection, PartProjection, ProjectionPart, ProjectionView, RunFigure, RunFigureKind, SecondCost,
    SecondKind,
};

// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { AsOf } from "./AsOf";
import type { AudioRate } from "./AudioRate";
import type { Billing } from "./Billing";
import type { Confidence } from "./Confidence";
import type { Conversion } from "./Conversion";
import type { Currency } from "./Currency";
import type { Day } from "./Day";
import type { EntryStatus } from "./EntryStatus";
import type { ImageSurcharge } from "./ImageSurcharge";
import type { ModelName } from "./ModelName";
import type { Multipliers } from "./Multipliers";
import type { Resolution } from "./Resolution";
import type { VideoCharge } from "./VideoCharge";

/**
 * What a model costs, for the settings it covers. An entry never changes; a new price is a new entry.
 */
export type PriceEntry = {
/**
 * Who sells it.
 */
provider: string,
/**
 * The model, as requests and logs name it.
 */
model: ModelName,
/**
 * The model, as people call it.
 */
name?: string,
/**
 * The resolutions it is for; none: for any.
 */
resolutions?: Array<Resolution>,
/**
 * What it says of sound.
 */
audio: AudioRate,
/**
 * The mode of the request it is for (`pro`); `None` where the model has none.
 */
mode?: string,
/**
 * How it is billed.
 */
billing: Billing,
/**
 * The lengths that are made, in seconds; none: any.
 */
lengths?: Array<string>,
/**
 * The least a task costs.
 */
minimum?: string,
/**
 * What pictures given with the request cost; `None`: nothing is said, and nothing is added.
 */
images?: ImageSurcharge,
/**
 * What video given with the request costs; `None`: not known.
 */
video?: VideoCharge,
/**
 * What a million tokens of the prompt cost beside the clip; told, not added: a prompt's tokens are few and not known beforehand.
 */
input_per_million_tokens?: string,
/**
 * Factors of its own for billing by formula; `None`: the shipped table.
 */
multipliers?: Multipliers,
/**
 * In what money.
 */
currency: Currency,
/**
 * Where the source itself converted a list price in other money.
 */
converted_from?: Conversion,
/**
 * From which day it holds.
 */
valid_from?: Day,
/**
 * Until which day, that day included.
 */
valid_to?: Day,
/**
 * Whether the model is still made.
 */
status: EntryStatus,
/**
 * Where the price stands.
 */
source: string,
/**
 * When it stood there.
 */
as_of: AsOf,
/**
 * How sure it is.
 */
confidence?: Confidence,
/**
 * What else is known of it.
 */
notes?: string, };

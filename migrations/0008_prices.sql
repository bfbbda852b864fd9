-- A price entry is what an old generation was priced with: it never changes and never goes.
CREATE TRIGGER price_entries_never_change BEFORE UPDATE ON price_entries
BEGIN SELECT RAISE(ABORT, 'a price entry never changes; a new price is a new entry'); END;
CREATE TRIGGER price_entries_are_kept BEFORE DELETE ON price_entries
BEGIN SELECT RAISE(ABORT, 'a price entry is kept: generations may have been priced with it'); END;

-- Entries of people that count no more for what is to come. What they priced keeps them.
CREATE TABLE price_entry_withdrawals (
    entry_key           INTEGER PRIMARY KEY REFERENCES price_entries (key),
    withdrawn_by_key    INTEGER REFERENCES people (key),
    withdrawn_at        TEXT    NOT NULL
) STRICT;

-- The rate at which a price in other money became this generation's projected or assumed cost.
ALTER TABLE generations ADD COLUMN exchange_rate_key INTEGER REFERENCES exchange_rates (key);

CREATE TRIGGER exchange_rates_in_use_never_change BEFORE UPDATE ON exchange_rates
WHEN EXISTS (SELECT 1 FROM generations WHERE exchange_rate_key = old.key)
BEGIN SELECT RAISE(ABORT, 'costs were converted at this rate'); END;
CREATE INDEX generations_by_exchange_rate ON generations (exchange_rate_key) WHERE exchange_rate_key IS NOT NULL;
-- What an entry priced.
CREATE INDEX generations_by_price_entry ON generations (price_entry_key) WHERE price_entry_key IS NOT NULL;

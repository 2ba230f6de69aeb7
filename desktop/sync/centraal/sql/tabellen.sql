-- The machinery. Run as viergesprek_eigenaar; safe to run again.
--
-- Every key and index begins with the gemeente, so that any table can be partitioned or
-- distributed by it. The tables without one are small and the same everywhere:
-- instelling, recht, entiteitklasse, leesbaar; `aanmelding` leads from a login to its gemeenten.
-- Text that is compared is COLLATE "C": quick, and the same order on every server.

CREATE TABLE IF NOT EXISTS instelling (
    naam text COLLATE "C" PRIMARY KEY,
    waarde text NOT NULL
);

CREATE TABLE IF NOT EXISTS recht (
    rol text COLLATE "C",
    klasse text COLLATE "C",
    lezen boolean NOT NULL,
    schrijven boolean NOT NULL,
    PRIMARY KEY (rol, klasse)
);

-- In which classes of data an entity's changes may travel; veld '*' is every field.
CREATE TABLE IF NOT EXISTS entiteitklasse (
    entiteit text COLLATE "C",
    veld text COLLATE "C",
    klasse text COLLATE "C",
    PRIMARY KEY (entiteit, veld, klasse)
);

CREATE TABLE IF NOT EXISTS aanmelding (
    login text COLLATE "C" PRIMARY KEY,
    gemeenten text[] COLLATE "C" NOT NULL
);

CREATE TABLE IF NOT EXISTS gemeente (
    gemeente text COLLATE "C" PRIMARY KEY,
    wissingen bigint NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS persoon (
    gemeente text COLLATE "C",
    login text COLLATE "C",
    medewerker text COLLATE "C",
    rol text COLLATE "C" NOT NULL,
    naam text NOT NULL,
    dicht boolean NOT NULL DEFAULT false,
    gemaakt_op timestamptz NOT NULL DEFAULT now(),
    dicht_op timestamptz,
    PRIMARY KEY (gemeente, login)
);
-- A closed person may come back under a new login, with the same identity.
CREATE UNIQUE INDEX IF NOT EXISTS persoon_medewerker
    ON persoon (gemeente, medewerker) WHERE NOT dicht;

CREATE TABLE IF NOT EXISTS apparaat (
    gemeente text COLLATE "C",
    id text COLLATE "C",
    login text COLLATE "C" NOT NULL,
    volgnummer bigint NOT NULL DEFAULT 0,
    hash text NOT NULL DEFAULT '',
    -- HMAC's two keys, ready to use: the device's secret XOR 0x36 and XOR 0x5c.
    geheim_i bytea,
    geheim_o bytea,
    schemaversie integer NOT NULL DEFAULT 0,
    verloren boolean NOT NULL DEFAULT false,
    verloren_op timestamptz,
    leeg_op timestamptz,
    gemaakt_op timestamptz NOT NULL DEFAULT now(),
    laatst_gezien timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (gemeente, id)
);

-- A stream: one dossier ('' = none), one class of data, numbers without gaps.
CREATE TABLE IF NOT EXISTS stroom (
    gemeente text COLLATE "C",
    dossier text COLLATE "C",
    klasse text COLLATE "C",
    kop bigint NOT NULL DEFAULT 0,
    merk bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (gemeente, dossier, klasse)
);

-- The journal as it came, numbered. `dossier` '' stands for none.
CREATE TABLE IF NOT EXISTS wijziging (
    gemeente text COLLATE "C",
    dossier text COLLATE "C",
    klasse text COLLATE "C",
    nr bigint,
    id text COLLATE "C" NOT NULL,
    entiteit text COLLATE "C" NOT NULL,
    rij text COLLATE "C" NOT NULL,
    veld text COLLATE "C" NOT NULL,
    soort text COLLATE "C" NOT NULL,
    waarde text,
    ouders text COLLATE "C" NOT NULL,
    klok text COLLATE "C" NOT NULL,
    auteur text COLLATE "C",
    apparaat text COLLATE "C" NOT NULL,
    volgnummer bigint NOT NULL,
    schemaversie integer NOT NULL,
    zout text COLLATE "C",
    afdruk text COLLATE "C" NOT NULL,
    vorige text COLLATE "C" NOT NULL,
    hash text COLLATE "C" NOT NULL,
    ontvangen_op timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (gemeente, dossier, klasse, nr)
);
CREATE UNIQUE INDEX IF NOT EXISTS wijziging_id ON wijziging (gemeente, id);
-- No index on (apparaat, volgnummer): the device's row is locked and its numbers have to go on
-- from the last one, so none comes twice; `central status` looks. A sixth of all work it was.
DROP INDEX IF EXISTS wijziging_apparaat;
-- The trail of a whole gemeente. Rows come more or less in the order of their clocks, so the range
-- of each piece of the table is enough to find a page, and costs a push next to nothing.
CREATE INDEX IF NOT EXISTS wijziging_klok ON wijziging USING brin (gemeente, klok)
  WITH (autosummarize = on, pages_per_range = 32);

-- The heads. The dossier and the class are those of the stream that the change came in. An id of
-- a row and one of a change are enough of a key; a longer one cost more than it found.
CREATE TABLE IF NOT EXISTS kop (
    gemeente text COLLATE "C",
    rij text COLLATE "C",
    id text COLLATE "C",
    entiteit text COLLATE "C" NOT NULL,
    veld text COLLATE "C" NOT NULL,
    dossier text COLLATE "C" NOT NULL,
    klasse text COLLATE "C" NOT NULL,
    soort text COLLATE "C" NOT NULL,
    -- NULL also where the value is no JSON that PostgreSQL can read.
    waarde text,
    ouders text COLLATE "C",
    klok text COLLATE "C" NOT NULL,
    apparaat text COLLATE "C" NOT NULL,
    volgnummer bigint NOT NULL,
    auteur text COLLATE "C",
    PRIMARY KEY (gemeente, rij, id)
);

-- The mandate lists and what is said of gemeenten: a few rows among millions.
CREATE INDEX IF NOT EXISTS kop_lijst ON kop (gemeente, entiteit, rij)
  WHERE entiteit IN ('mandaat', 'gemeentegegevens');

-- Changes that were named as a parent before they came: they will be no heads.
CREATE TABLE IF NOT EXISTS wees (
    gemeente text COLLATE "C",
    entiteit text COLLATE "C",
    rij text COLLATE "C",
    veld text COLLATE "C",
    id text COLLATE "C",
    PRIMARY KEY (gemeente, entiteit, rij, veld, id)
);

-- Device numbers that were used up without a row in the journal, and why.
CREATE TABLE IF NOT EXISTS geweigerd (
    gemeente text COLLATE "C",
    apparaat text COLLATE "C",
    volgnummer bigint,
    id text COLLATE "C" NOT NULL,
    reden text COLLATE "C" NOT NULL,
    -- Two links of the device's chain; no content.
    vorige text COLLATE "C" NOT NULL,
    hash text COLLATE "C" NOT NULL,
    op timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (gemeente, apparaat, volgnummer)
);

-- What somebody wrote without the right to: for those who have it to look at.
CREATE TABLE IF NOT EXISTS aangeboden (
    gemeente text COLLATE "C",
    id text COLLATE "C",
    dossier text COLLATE "C" NOT NULL,
    klasse text COLLATE "C" NOT NULL,
    entiteit text COLLATE "C" NOT NULL,
    rij text COLLATE "C" NOT NULL,
    veld text COLLATE "C" NOT NULL,
    soort text COLLATE "C" NOT NULL,
    waarde text,
    ouders text COLLATE "C" NOT NULL,
    klok text COLLATE "C" NOT NULL,
    auteur text COLLATE "C",
    apparaat text COLLATE "C" NOT NULL,
    volgnummer bigint NOT NULL,
    schemaversie integer NOT NULL,
    zout text COLLATE "C",
    afdruk text COLLATE "C" NOT NULL,
    vorige text COLLATE "C" NOT NULL,
    hash text COLLATE "C" NOT NULL,
    op timestamptz NOT NULL DEFAULT now(),
    afgehandeld_op timestamptz,
    afgehandeld_door text COLLATE "C",
    PRIMARY KEY (gemeente, id)
);
CREATE INDEX IF NOT EXISTS aangeboden_dossier ON aangeboden (gemeente, dossier, klasse);

-- Who has access to a dossier, and since which row; follows from the heads.
CREATE TABLE IF NOT EXISTS toegang (
    gemeente text COLLATE "C",
    medewerker text COLLATE "C",
    dossier text COLLATE "C",
    grond text COLLATE "C",
    bron_rij text COLLATE "C",
    klassen text[] COLLATE "C",
    vanaf date,
    tot date,
    PRIMARY KEY (gemeente, medewerker, dossier, grond, bron_rij)
);
CREATE INDEX IF NOT EXISTS toegang_dossier ON toegang (gemeente, dossier, grond, bron_rij);

-- Who stands in for whom; follows from the heads of the entity `vervanging`.
CREATE TABLE IF NOT EXISTS afwezigheid (
    gemeente text COLLATE "C",
    vervanger text COLLATE "C",
    afwezige text COLLATE "C",
    bron_rij text COLLATE "C",
    vanaf date NOT NULL,
    tot date NOT NULL,
    PRIMARY KEY (gemeente, vervanger, afwezige, bron_rij)
);

-- Erased dossiers: no content, only that they were.
CREATE TABLE IF NOT EXISTS gewist (
    gemeente text COLLATE "C",
    nr bigint,
    dossier text COLLATE "C" NOT NULL,
    op timestamptz NOT NULL DEFAULT now(),
    door text COLLATE "C",
    grond text NOT NULL,
    PRIMARY KEY (gemeente, nr)
);
CREATE UNIQUE INDEX IF NOT EXISTS gewist_dossier ON gewist (gemeente, dossier);

-- Dossier number, BSN and V-nummer to dossier. No user may read it: with an index that a user
-- could reach, EXPLAIN ANALYZE would tell whether a number exists.
CREATE TABLE IF NOT EXISTS nummer (
    gemeente text COLLATE "C",
    nummer text COLLATE "C",
    dossier text COLLATE "C",
    soort text COLLATE "C",
    PRIMARY KEY (gemeente, nummer, dossier, soort)
);
CREATE INDEX IF NOT EXISTS nummer_dossier ON nummer (gemeente, dossier, soort);

-- The readable tables that were made from the mapped classes (leesbaar.py), and their form.
CREATE TABLE IF NOT EXISTS leesbaar (
    entiteit text COLLATE "C" PRIMARY KEY,
    tabellen text[] NOT NULL,
    vorm text NOT NULL
);

-- Every search for a number: who and when, and the dossier that was found. Not the number.
CREATE TABLE IF NOT EXISTS zoekactie (
    gemeente text COLLATE "C",
    op timestamptz DEFAULT now(),
    id uuid DEFAULT gen_random_uuid(),
    medewerker text COLLATE "C",
    dossier text COLLATE "C",
    PRIMARY KEY (gemeente, op, id)
);

-- A push on its way in: an array for each column, all of the same length.
CREATE TYPE pak AS (
    id text[] COLLATE "C",
    stroom text[] COLLATE "C",
    dossier text[] COLLATE "C",
    entiteit text[] COLLATE "C",
    rij text[] COLLATE "C",
    veld text[] COLLATE "C",
    soort text[] COLLATE "C",
    waarde text[],
    ouders text[] COLLATE "C",
    klok text[] COLLATE "C",
    auteur text[] COLLATE "C",
    apparaat text[] COLLATE "C",
    volgnummer bigint[],
    schemaversie integer[],
    zout text[] COLLATE "C",
    afdruk text[] COLLATE "C",
    vorige text[] COLLATE "C",
    hash text[] COLLATE "C",
    -- Places of values that are no JSON that can be read here; mostly NULL.
    onleesbaar integer[]
);

-- What the writer may in one stream that a push touches.
CREATE TYPE plek AS (
    stroom text COLLATE "C",
    gemeente text COLLATE "C",
    dossier text COLLATE "C",
    klasse text COLLATE "C",
    medewerker text COLLATE "C",
    rol text COLLATE "C",
    reden text COLLATE "C",
    alleen_nood boolean,
    nieuw boolean
);

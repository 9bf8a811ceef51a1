BEGIN TRANSACTION;
CREATE TABLE absences (
	id VARCHAR(64) NOT NULL, 
	person VARCHAR(64) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	starts_at DATETIME NOT NULL, 
	ends_at DATETIME NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_absences PRIMARY KEY (id), 
	CONSTRAINT ck_absences_times CHECK (starts_at < ends_at), 
	CONSTRAINT fk_absences_person_subjects FOREIGN KEY(person) REFERENCES subjects (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT ck_absences_kind CHECK (kind IN ('illness', 'holiday', 'court', 'detained', 'other'))
);
INSERT INTO "absences" VALUES('h1','c1','illness','2026-11-23 00:00:00.000000','2026-11-24 00:00:00.000000','');
INSERT INTO "absences" VALUES('h2','m1','holiday','2026-11-23 00:00:00.000000','2026-11-25 00:00:00.000000','');
CREATE TABLE activities (
	id VARCHAR(64) NOT NULL, 
	name VARCHAR NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	offer VARCHAR(64), 
	counts BOOLEAN NOT NULL, 
	min_group INTEGER NOT NULL, 
	max_group INTEGER NOT NULL, 
	staff INTEGER NOT NULL, 
	skill VARCHAR NOT NULL, 
	any_room BOOLEAN NOT NULL, 
	max_per_day INTEGER NOT NULL, 
	cost_per_session INTEGER NOT NULL, 
	cost_per_citizen INTEGER NOT NULL, 
	CONSTRAINT pk_activities PRIMARY KEY (id), 
	CONSTRAINT ck_activities_staff CHECK (staff >= 0), 
	CONSTRAINT ck_activities_cost CHECK (cost_per_session >= 0 AND cost_per_citizen >= 0), 
	CONSTRAINT ck_activities_group_size CHECK (0 <= min_group AND min_group <= max_group), 
	CONSTRAINT ck_activities_max_per_day CHECK (max_per_day >= 0), 
	CONSTRAINT ck_activities_kind CHECK (kind IN ('group_teaching', 'mentoring', 'interview', 'workshop')), 
	CONSTRAINT fk_activities_offer_offers FOREIGN KEY(offer) REFERENCES offers (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "activities" VALUES('a1','Talk','interview',NULL,0,1,1,1,'talk',1,1,0,0);
INSERT INTO "activities" VALUES('a2','Club','group_teaching','o1',1,2,6,1,'club',0,1,0,0);
CREATE TABLE activity_features (
	activity_id VARCHAR(64) NOT NULL, 
	feature VARCHAR NOT NULL, 
	CONSTRAINT pk_activity_features PRIMARY KEY (activity_id, feature), 
	CONSTRAINT fk_activity_features_activity_id_activities FOREIGN KEY(activity_id) REFERENCES activities (id) ON DELETE CASCADE
);
CREATE TABLE activity_lengths (
	activity_id VARCHAR(64) NOT NULL, 
	minutes INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_activity_lengths PRIMARY KEY (activity_id, position), 
	CONSTRAINT ck_activity_lengths_minutes CHECK (minutes > 0), 
	CONSTRAINT fk_activity_lengths_activity_id_activities FOREIGN KEY(activity_id) REFERENCES activities (id) ON DELETE CASCADE
);
INSERT INTO "activity_lengths" VALUES('a1',60,0);
INSERT INTO "activity_lengths" VALUES('a1',30,1);
INSERT INTO "activity_lengths" VALUES('a2',120,0);
CREATE TABLE activity_rooms (
	activity_id VARCHAR(64) NOT NULL, 
	room VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_activity_rooms PRIMARY KEY (activity_id, position), 
	CONSTRAINT uq_activity_rooms_activity_id_room UNIQUE (activity_id, room), 
	CONSTRAINT fk_activity_rooms_activity_id_activities FOREIGN KEY(activity_id) REFERENCES activities (id) ON DELETE CASCADE, 
	CONSTRAINT fk_activity_rooms_room_rooms FOREIGN KEY(room) REFERENCES rooms (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "activity_rooms" VALUES('a2','r2',0);
INSERT INTO "activity_rooms" VALUES('a2','r1',1);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE citizen_assessments (
	citizen_id VARCHAR(64) NOT NULL, 
	level INTEGER NOT NULL, 
	assessed_by VARCHAR NOT NULL, 
	assessed_on DATE NOT NULL, 
	valid_until DATE NOT NULL, 
	note VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_citizen_assessments PRIMARY KEY (citizen_id, position), 
	CONSTRAINT fk_citizen_assessments_citizen_id_citizens FOREIGN KEY(citizen_id) REFERENCES citizens (id) ON DELETE CASCADE
);
INSERT INTO "citizen_assessments" VALUES('c1',2,'P','2026-01-01','2026-12-31','',0);
INSERT INTO "citizen_assessments" VALUES('c2',2,'P','2026-01-01','2026-12-31','',0);
CREATE TABLE citizen_availability (
	citizen_id VARCHAR(64) NOT NULL, 
	weekday INTEGER NOT NULL, 
	start_minute INTEGER NOT NULL, 
	end_minute INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_citizen_availability PRIMARY KEY (citizen_id, position), 
	CONSTRAINT ck_citizen_availability_block CHECK (weekday BETWEEN 0 AND 6 AND 0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440), 
	CONSTRAINT fk_citizen_availability_citizen_id_citizens FOREIGN KEY(citizen_id) REFERENCES citizens (id) ON DELETE CASCADE
);
INSERT INTO "citizen_availability" VALUES('c1',3,480,900,0);
INSERT INTO "citizen_availability" VALUES('c1',0,480,720,1);
INSERT INTO "citizen_availability" VALUES('c2',3,480,900,0);
INSERT INTO "citizen_availability" VALUES('c2',0,480,720,1);
CREATE TABLE citizen_avoid_sites (
	citizen_id VARCHAR(64) NOT NULL, 
	site VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_citizen_avoid_sites PRIMARY KEY (citizen_id, position), 
	CONSTRAINT uq_citizen_avoid_sites_citizen_id_site UNIQUE (citizen_id, site), 
	CONSTRAINT fk_citizen_avoid_sites_citizen_id_citizens FOREIGN KEY(citizen_id) REFERENCES citizens (id) ON DELETE CASCADE, 
	CONSTRAINT fk_citizen_avoid_sites_site_sites FOREIGN KEY(site) REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "citizen_avoid_sites" VALUES('c1','s2',0);
INSERT INTO "citizen_avoid_sites" VALUES('c1','s1',1);
INSERT INTO "citizen_avoid_sites" VALUES('c2','s2',0);
INSERT INTO "citizen_avoid_sites" VALUES('c2','s1',1);
CREATE TABLE citizen_avoid_staff (
	citizen_id VARCHAR(64) NOT NULL, 
	staff VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_citizen_avoid_staff PRIMARY KEY (citizen_id, position), 
	CONSTRAINT uq_citizen_avoid_staff_citizen_id_staff UNIQUE (citizen_id, staff), 
	CONSTRAINT fk_citizen_avoid_staff_citizen_id_citizens FOREIGN KEY(citizen_id) REFERENCES citizens (id) ON DELETE CASCADE, 
	CONSTRAINT fk_citizen_avoid_staff_staff_staff FOREIGN KEY(staff) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "citizen_avoid_staff" VALUES('c1','m1',0);
INSERT INTO "citizen_avoid_staff" VALUES('c2','m1',0);
CREATE TABLE citizen_caps (
	citizen_id VARCHAR(64) NOT NULL, 
	weekly_minutes INTEGER NOT NULL, 
	daily_minutes INTEGER NOT NULL, 
	decided_by VARCHAR NOT NULL, 
	review_on DATE, 
	note VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	first_day DATE NOT NULL, 
	last_day DATE, 
	CONSTRAINT pk_citizen_caps PRIMARY KEY (citizen_id, position), 
	CONSTRAINT ck_citizen_caps_span CHECK (last_day IS NULL OR last_day >= first_day), 
	CONSTRAINT ck_citizen_caps_minutes CHECK (weekly_minutes >= 0 AND daily_minutes >= 0), 
	CONSTRAINT fk_citizen_caps_citizen_id_citizens FOREIGN KEY(citizen_id) REFERENCES citizens (id) ON DELETE CASCADE
);
INSERT INTO "citizen_caps" VALUES('c1',1200,300,'K',NULL,'',0,'2026-01-01',NULL);
INSERT INTO "citizen_caps" VALUES('c1',600,300,'K',NULL,'',1,'2027-01-01',NULL);
INSERT INTO "citizen_caps" VALUES('c2',1200,300,'K',NULL,'',0,'2026-01-01',NULL);
INSERT INTO "citizen_caps" VALUES('c2',600,300,'K',NULL,'',1,'2027-01-01',NULL);
CREATE TABLE citizens (
	id VARCHAR(64) NOT NULL, 
	name VARCHAR NOT NULL, 
	case_number VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	first_day DATE NOT NULL, 
	last_day DATE, 
	CONSTRAINT pk_citizens PRIMARY KEY (id), 
	CONSTRAINT ck_citizens_span CHECK (last_day IS NULL OR last_day >= first_day), 
	CONSTRAINT fk_citizens_id_subjects FOREIGN KEY(id) REFERENCES subjects (id) ON DELETE CASCADE
);
INSERT INTO "citizens" VALUES('c1','Nåleøje Hemmelighedssen','S-1','','2026-01-01',NULL);
INSERT INTO "citizens" VALUES('c2','Somebody else','S-1','','2026-01-01',NULL);
CREATE TABLE closed_days (
	id VARCHAR(64) NOT NULL, 
	reason VARCHAR NOT NULL, 
	first_day DATE NOT NULL, 
	last_day DATE, 
	CONSTRAINT pk_closed_days PRIMARY KEY (id), 
	CONSTRAINT ck_closed_days_span CHECK (last_day IS NULL OR last_day >= first_day)
);
INSERT INTO "closed_days" VALUES('d1','Christmas','2026-12-24','2026-12-31');
CREATE TABLE conflict_groups (
	id VARCHAR(64) NOT NULL, 
	name VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_conflict_groups PRIMARY KEY (id), 
	CONSTRAINT fk_conflict_groups_id_subjects FOREIGN KEY(id) REFERENCES subjects (id) ON DELETE CASCADE
);
INSERT INTO "conflict_groups" VALUES('g1','One','');
INSERT INTO "conflict_groups" VALUES('g2','Two','');
CREATE TABLE enrolments (
	id VARCHAR(64) NOT NULL, 
	citizen VARCHAR(64) NOT NULL, 
	activity VARCHAR(64) NOT NULL, 
	min_sessions INTEGER NOT NULL, 
	max_sessions INTEGER NOT NULL, 
	first_day DATE NOT NULL, 
	last_day DATE, 
	CONSTRAINT pk_enrolments PRIMARY KEY (id), 
	CONSTRAINT ck_enrolments_span CHECK (last_day IS NULL OR last_day >= first_day), 
	CONSTRAINT ck_enrolments_sessions CHECK (0 <= min_sessions AND min_sessions <= max_sessions), 
	CONSTRAINT fk_enrolments_citizen_citizens FOREIGN KEY(citizen) REFERENCES citizens (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_enrolments_activity_activities FOREIGN KEY(activity) REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "enrolments" VALUES('e1','c1','a2',1,3,'2026-01-01',NULL);
CREATE TABLE limits (
	id VARCHAR(64) NOT NULL, 
	"key" VARCHAR NOT NULL, 
	value INTEGER NOT NULL, 
	source VARCHAR NOT NULL, 
	first_day DATE NOT NULL, 
	last_day DATE, 
	CONSTRAINT pk_limits PRIMARY KEY (id), 
	CONSTRAINT ck_limits_span CHECK (last_day IS NULL OR last_day >= first_day)
);
INSERT INTO "limits" VALUES('l1','offers_budget_per_year',15000000,'memo','2026-01-01',NULL);
CREATE TABLE memberships (
	id VARCHAR(64) NOT NULL, 
	citizen VARCHAR(64) NOT NULL, 
	"group" VARCHAR(64) NOT NULL, 
	source VARCHAR NOT NULL, 
	first_day DATE NOT NULL, 
	last_day DATE, 
	CONSTRAINT pk_memberships PRIMARY KEY (id), 
	CONSTRAINT ck_memberships_span CHECK (last_day IS NULL OR last_day >= first_day), 
	CONSTRAINT fk_memberships_citizen_citizens FOREIGN KEY(citizen) REFERENCES citizens (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_memberships_group_conflict_groups FOREIGN KEY("group") REFERENCES conflict_groups (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "memberships" VALUES('b1','c1','g1','','2026-01-01',NULL);
CREATE TABLE offers (
	id VARCHAR(64) NOT NULL, 
	name VARCHAR NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	supplier VARCHAR(64), 
	startup_weeks INTEGER, 
	first_day DATE NOT NULL, 
	last_day DATE, 
	CONSTRAINT pk_offers PRIMARY KEY (id), 
	CONSTRAINT ck_offers_span CHECK (last_day IS NULL OR last_day >= first_day), 
	CONSTRAINT ck_offers_kind CHECK (kind IN ('special', 'mentor_company', 'community_work')), 
	CONSTRAINT fk_offers_supplier_suppliers FOREIGN KEY(supplier) REFERENCES suppliers (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "offers" VALUES('o1','Offer','special','p1',NULL,'2026-01-01',NULL);
CREATE TABLE placement_blocks (
	placement_id VARCHAR(64) NOT NULL, 
	weekday INTEGER NOT NULL, 
	start_minute INTEGER NOT NULL, 
	end_minute INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_placement_blocks PRIMARY KEY (placement_id, position), 
	CONSTRAINT ck_placement_blocks_block CHECK (weekday BETWEEN 0 AND 6 AND 0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440), 
	CONSTRAINT fk_placement_blocks_placement_id_placements FOREIGN KEY(placement_id) REFERENCES placements (id) ON DELETE CASCADE
);
INSERT INTO "placement_blocks" VALUES('q1',0,480,720,0);
CREATE TABLE placements (
	id VARCHAR(64) NOT NULL, 
	citizen VARCHAR(64) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	employer VARCHAR NOT NULL, 
	site VARCHAR(64), 
	offer VARCHAR(64), 
	first_day DATE NOT NULL, 
	last_day DATE, 
	CONSTRAINT pk_placements PRIMARY KEY (id), 
	CONSTRAINT ck_placements_span CHECK (last_day IS NULL OR last_day >= first_day), 
	CONSTRAINT fk_placements_citizen_citizens FOREIGN KEY(citizen) REFERENCES citizens (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT ck_placements_kind CHECK (kind IN ('internship', 'wage_subsidy', 'community_work')), 
	CONSTRAINT fk_placements_site_sites FOREIGN KEY(site) REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_placements_offer_offers FOREIGN KEY(offer) REFERENCES offers (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "placements" VALUES('q1','c2','internship','Works','s2','o1','2026-01-01',NULL);
CREATE TABLE plan_goals (
	version_id VARCHAR(64) NOT NULL, 
	goal VARCHAR NOT NULL, 
	value DOUBLE NOT NULL, 
	bound DOUBLE NOT NULL, 
	proven BOOLEAN NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_plan_goals PRIMARY KEY (version_id, position), 
	CONSTRAINT fk_plan_goals_version_id_plan_versions FOREIGN KEY(version_id) REFERENCES plan_versions (id) ON DELETE CASCADE
);
INSERT INTO "plan_goals" VALUES('v1','duties',1.0,0.0,0,0);
INSERT INTO "plan_goals" VALUES('v1','hours',2.5,3.75,0,1);
INSERT INTO "plan_goals" VALUES('v2','duties',1.0,0.0,0,0);
INSERT INTO "plan_goals" VALUES('v2','hours',2.5,3.75,0,1);
CREATE TABLE plan_session_citizens (
	version_id VARCHAR(64) NOT NULL, 
	session_position INTEGER NOT NULL, 
	citizen VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_plan_session_citizens PRIMARY KEY (version_id, session_position, position), 
	CONSTRAINT fk_plan_session_citizens_version_id_session_position_plan_sessions FOREIGN KEY(version_id, session_position) REFERENCES plan_sessions (version_id, position) ON DELETE CASCADE, 
	CONSTRAINT uq_plan_session_citizens_version_id_session_position_citizen UNIQUE (version_id, session_position, citizen), 
	CONSTRAINT fk_plan_session_citizens_citizen_citizens FOREIGN KEY(citizen) REFERENCES citizens (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "plan_session_citizens" VALUES('v1',0,'c2',0);
INSERT INTO "plan_session_citizens" VALUES('v1',0,'c1',1);
INSERT INTO "plan_session_citizens" VALUES('v1',1,'c1',0);
INSERT INTO "plan_session_citizens" VALUES('v2',0,'c2',0);
INSERT INTO "plan_session_citizens" VALUES('v2',0,'c1',1);
INSERT INTO "plan_session_citizens" VALUES('v2',1,'c1',0);
CREATE TABLE plan_session_staff (
	version_id VARCHAR(64) NOT NULL, 
	session_position INTEGER NOT NULL, 
	staff VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_plan_session_staff PRIMARY KEY (version_id, session_position, position), 
	CONSTRAINT fk_plan_session_staff_version_id_session_position_plan_sessions FOREIGN KEY(version_id, session_position) REFERENCES plan_sessions (version_id, position) ON DELETE CASCADE, 
	CONSTRAINT uq_plan_session_staff_version_id_session_position_staff UNIQUE (version_id, session_position, staff), 
	CONSTRAINT fk_plan_session_staff_staff_staff FOREIGN KEY(staff) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "plan_session_staff" VALUES('v1',0,'m1',0);
INSERT INTO "plan_session_staff" VALUES('v1',1,'m1',0);
INSERT INTO "plan_session_staff" VALUES('v2',0,'m1',0);
INSERT INTO "plan_session_staff" VALUES('v2',1,'m1',0);
CREATE TABLE plan_sessions (
	version_id VARCHAR(64) NOT NULL, 
	session VARCHAR(64) NOT NULL, 
	activity VARCHAR(64) NOT NULL, 
	room VARCHAR(64) NOT NULL, 
	starts_at DATETIME NOT NULL, 
	ends_at DATETIME NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_plan_sessions PRIMARY KEY (version_id, position), 
	CONSTRAINT ck_plan_sessions_times CHECK (starts_at < ends_at), 
	CONSTRAINT uq_plan_sessions_version_id_session UNIQUE (version_id, session), 
	CONSTRAINT fk_plan_sessions_version_id_plan_versions FOREIGN KEY(version_id) REFERENCES plan_versions (id) ON DELETE CASCADE, 
	CONSTRAINT fk_plan_sessions_activity_activities FOREIGN KEY(activity) REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_plan_sessions_room_rooms FOREIGN KEY(room) REFERENCES rooms (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "plan_sessions" VALUES('v1','z2','a2','r1','2026-11-23 08:00:00.000000','2026-11-23 10:00:00.000000',0);
INSERT INTO "plan_sessions" VALUES('v1','z1','a1','r2','2026-11-23 10:00:00.000000','2026-11-23 11:00:00.000000',1);
INSERT INTO "plan_sessions" VALUES('v2','z2','a2','r1','2026-11-23 08:00:00.000000','2026-11-23 10:00:00.000000',0);
INSERT INTO "plan_sessions" VALUES('v2','z1','a1','r2','2026-11-23 10:00:00.000000','2026-11-23 11:00:00.000000',1);
CREATE TABLE plan_unmet (
	version_id VARCHAR(64) NOT NULL, 
	citizen VARCHAR(64) NOT NULL, 
	activity VARCHAR(64), 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_plan_unmet PRIMARY KEY (version_id, position), 
	CONSTRAINT fk_plan_unmet_version_id_plan_versions FOREIGN KEY(version_id) REFERENCES plan_versions (id) ON DELETE CASCADE, 
	CONSTRAINT fk_plan_unmet_citizen_citizens FOREIGN KEY(citizen) REFERENCES citizens (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_plan_unmet_activity_activities FOREIGN KEY(activity) REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "plan_unmet" VALUES('v1','c2',NULL,0);
INSERT INTO "plan_unmet" VALUES('v1','c1','a2',1);
INSERT INTO "plan_unmet" VALUES('v2','c2',NULL,0);
INSERT INTO "plan_unmet" VALUES('v2','c1','a2',1);
CREATE TABLE plan_versions (
	id VARCHAR(64) NOT NULL, 
	iso_year INTEGER NOT NULL, 
	iso_week INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	created_at DATETIME NOT NULL, 
	created_by VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	seconds DOUBLE NOT NULL, 
	digest VARCHAR NOT NULL, 
	CONSTRAINT pk_plan_versions PRIMARY KEY (id), 
	CONSTRAINT ck_plan_versions_week CHECK (iso_week BETWEEN 1 AND 53 AND number >= 1), 
	CONSTRAINT uq_plan_versions_iso_year_iso_week_number UNIQUE (iso_year, iso_week, number), 
	CONSTRAINT ck_plan_versions_state CHECK (state IN ('draft', 'published'))
);
INSERT INTO "plan_versions" VALUES('v1',2026,48,1,'draft','2026-11-20 12:30:15.000250','coordinator','feasible',9.5,'0000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO "plan_versions" VALUES('v2',2026,48,2,'published','2026-11-20 12:30:15.000250','coordinator','feasible',9.5,'0000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE referrals (
	id VARCHAR(64) NOT NULL, 
	citizen VARCHAR(64) NOT NULL, 
	offer VARCHAR(64) NOT NULL, 
	first_day DATE NOT NULL, 
	last_day DATE, 
	CONSTRAINT pk_referrals PRIMARY KEY (id), 
	CONSTRAINT ck_referrals_span CHECK (last_day IS NULL OR last_day >= first_day), 
	CONSTRAINT fk_referrals_citizen_citizens FOREIGN KEY(citizen) REFERENCES citizens (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_referrals_offer_offers FOREIGN KEY(offer) REFERENCES offers (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "referrals" VALUES('f1','c1','o1','2026-01-01',NULL);
CREATE TABLE room_closures (
	room_id VARCHAR(64) NOT NULL, 
	starts_at DATETIME NOT NULL, 
	ends_at DATETIME NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_room_closures PRIMARY KEY (room_id, position), 
	CONSTRAINT ck_room_closures_times CHECK (starts_at < ends_at), 
	CONSTRAINT fk_room_closures_room_id_rooms FOREIGN KEY(room_id) REFERENCES rooms (id) ON DELETE CASCADE
);
CREATE TABLE room_features (
	room_id VARCHAR(64) NOT NULL, 
	feature VARCHAR NOT NULL, 
	CONSTRAINT pk_room_features PRIMARY KEY (room_id, feature), 
	CONSTRAINT fk_room_features_room_id_rooms FOREIGN KEY(room_id) REFERENCES rooms (id) ON DELETE CASCADE
);
INSERT INTO "room_features" VALUES('r1','alarm');
CREATE TABLE rooms (
	id VARCHAR(64) NOT NULL, 
	site VARCHAR(64) NOT NULL, 
	name VARCHAR NOT NULL, 
	capacity INTEGER NOT NULL, 
	CONSTRAINT pk_rooms PRIMARY KEY (id), 
	CONSTRAINT ck_rooms_capacity CHECK (capacity >= 0), 
	CONSTRAINT fk_rooms_site_sites FOREIGN KEY(site) REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "rooms" VALUES('r1','s1','Blue',6);
INSERT INTO "rooms" VALUES('r2','s2','Red',4);
CREATE TABLE separations (
	id VARCHAR(64) NOT NULL, 
	side_a VARCHAR(64) NOT NULL, 
	side_b VARCHAR(64) NOT NULL, 
	scope VARCHAR(32) NOT NULL, 
	gap_minutes INTEGER NOT NULL, 
	reason VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	first_day DATE NOT NULL, 
	last_day DATE, 
	CONSTRAINT pk_separations PRIMARY KEY (id), 
	CONSTRAINT ck_separations_span CHECK (last_day IS NULL OR last_day >= first_day), 
	CONSTRAINT ck_separations_gap CHECK (gap_minutes >= 0), 
	CONSTRAINT fk_separations_side_a_subjects FOREIGN KEY(side_a) REFERENCES subjects (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_separations_side_b_subjects FOREIGN KEY(side_b) REFERENCES subjects (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT ck_separations_scope CHECK (scope IN ('session', 'site'))
);
INSERT INTO "separations" VALUES('x1','g1','g2','site',30,'rivals','police','2026-01-01',NULL);
INSERT INTO "separations" VALUES('x2','c1','c2','session',0,'quarrel','police','2026-01-01',NULL);
CREATE TABLE site_opening (
	site_id VARCHAR(64) NOT NULL, 
	weekday INTEGER NOT NULL, 
	start_minute INTEGER NOT NULL, 
	end_minute INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_site_opening PRIMARY KEY (site_id, position), 
	CONSTRAINT ck_site_opening_block CHECK (weekday BETWEEN 0 AND 6 AND 0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440), 
	CONSTRAINT fk_site_opening_site_id_sites FOREIGN KEY(site_id) REFERENCES sites (id) ON DELETE CASCADE
);
INSERT INTO "site_opening" VALUES('s2',0,480,720,0);
CREATE TABLE sites (
	id VARCHAR(64) NOT NULL, 
	name VARCHAR NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	address VARCHAR NOT NULL, 
	own_opening BOOLEAN NOT NULL, 
	CONSTRAINT pk_sites PRIMARY KEY (id), 
	CONSTRAINT ck_sites_kind CHECK (kind IN ('unit', 'supplier', 'workplace'))
);
INSERT INTO "sites" VALUES('s1','Here','unit','',0);
INSERT INTO "sites" VALUES('s2','There','supplier','',1);
CREATE TABLE staff (
	id VARCHAR(64) NOT NULL, 
	name VARCHAR NOT NULL, 
	supplier VARCHAR(64), 
	max_weekly_minutes INTEGER NOT NULL, 
	CONSTRAINT pk_staff PRIMARY KEY (id), 
	CONSTRAINT ck_staff_minutes CHECK (max_weekly_minutes >= 0), 
	CONSTRAINT fk_staff_id_subjects FOREIGN KEY(id) REFERENCES subjects (id) ON DELETE CASCADE, 
	CONSTRAINT fk_staff_supplier_suppliers FOREIGN KEY(supplier) REFERENCES suppliers (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "staff" VALUES('m1','Somebody','p1',2220);
CREATE TABLE staff_availability (
	staff_id VARCHAR(64) NOT NULL, 
	weekday INTEGER NOT NULL, 
	start_minute INTEGER NOT NULL, 
	end_minute INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_staff_availability PRIMARY KEY (staff_id, position), 
	CONSTRAINT ck_staff_availability_block CHECK (weekday BETWEEN 0 AND 6 AND 0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440), 
	CONSTRAINT fk_staff_availability_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
INSERT INTO "staff_availability" VALUES('m1',0,480,720,0);
CREATE TABLE staff_skills (
	staff_id VARCHAR(64) NOT NULL, 
	skill VARCHAR NOT NULL, 
	CONSTRAINT pk_staff_skills PRIMARY KEY (staff_id, skill), 
	CONSTRAINT fk_staff_skills_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
INSERT INTO "staff_skills" VALUES('m1','guard');
CREATE TABLE subjects (
	id VARCHAR(64) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	CONSTRAINT pk_subjects PRIMARY KEY (id), 
	CONSTRAINT ck_subjects_kind CHECK (kind IN ('citizen', 'group', 'staff'))
);
INSERT INTO "subjects" VALUES('m1','staff');
INSERT INTO "subjects" VALUES('g1','group');
INSERT INTO "subjects" VALUES('g2','group');
INSERT INTO "subjects" VALUES('c1','citizen');
INSERT INTO "subjects" VALUES('c2','citizen');
CREATE TABLE suppliers (
	id VARCHAR(64) NOT NULL, 
	name VARCHAR NOT NULL, 
	contact VARCHAR NOT NULL, 
	CONSTRAINT pk_suppliers PRIMARY KEY (id)
);
INSERT INTO "suppliers" VALUES('p1','Supplier','');
CREATE TABLE threat_level_features (
	level_id VARCHAR(64) NOT NULL, 
	feature VARCHAR NOT NULL, 
	CONSTRAINT pk_threat_level_features PRIMARY KEY (level_id, feature), 
	CONSTRAINT fk_threat_level_features_level_id_threat_levels FOREIGN KEY(level_id) REFERENCES threat_levels (id) ON DELETE CASCADE
);
INSERT INTO "threat_level_features" VALUES('t1','alarm');
CREATE TABLE threat_levels (
	id VARCHAR(64) NOT NULL, 
	level INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	max_group INTEGER NOT NULL, 
	staff INTEGER NOT NULL, 
	guards INTEGER NOT NULL, 
	alone_on_site BOOLEAN NOT NULL, 
	needs_approval BOOLEAN NOT NULL, 
	source VARCHAR NOT NULL, 
	first_day DATE NOT NULL, 
	last_day DATE, 
	CONSTRAINT pk_threat_levels PRIMARY KEY (id), 
	CONSTRAINT ck_threat_levels_span CHECK (last_day IS NULL OR last_day >= first_day), 
	CONSTRAINT ck_threat_levels_measures CHECK (max_group >= 1 AND staff >= 0 AND guards >= 0)
);
INSERT INTO "threat_levels" VALUES('t1',1,'low',6,1,0,0,0,'memo','2026-01-01',NULL);
CREATE TABLE travels (
	id VARCHAR(64) NOT NULL, 
	site_a VARCHAR(64) NOT NULL, 
	site_b VARCHAR(64) NOT NULL, 
	minutes INTEGER NOT NULL, 
	CONSTRAINT pk_travels PRIMARY KEY (id), 
	CONSTRAINT ck_travels_two_sites CHECK (site_a <> site_b), 
	CONSTRAINT ck_travels_minutes CHECK (minutes >= 0), 
	CONSTRAINT fk_travels_site_a_sites FOREIGN KEY(site_a) REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_travels_site_b_sites FOREIGN KEY(site_b) REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "travels" VALUES('w1','s1','s2',25);
CREATE TABLE unit_opening (
	unit_id VARCHAR(64) NOT NULL, 
	weekday INTEGER NOT NULL, 
	start_minute INTEGER NOT NULL, 
	end_minute INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_unit_opening PRIMARY KEY (unit_id, position), 
	CONSTRAINT ck_unit_opening_block CHECK (weekday BETWEEN 0 AND 6 AND 0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440), 
	CONSTRAINT fk_unit_opening_unit_id_unit_settings FOREIGN KEY(unit_id) REFERENCES unit_settings (id) ON DELETE CASCADE
);
INSERT INTO "unit_opening" VALUES('unit',0,480,720,0);
CREATE TABLE unit_settings (
	id VARCHAR(64) NOT NULL, 
	name VARCHAR NOT NULL, 
	slot_minutes INTEGER NOT NULL, 
	idle_interview VARCHAR(64), 
	holidays VARCHAR NOT NULL, 
	CONSTRAINT pk_unit_settings PRIMARY KEY (id), 
	CONSTRAINT ck_unit_settings_slot_minutes CHECK (slot_minutes > 0), 
	CONSTRAINT ck_unit_settings_only_one CHECK (id = 'unit'), 
	CONSTRAINT fk_unit_settings_idle_interview_activities FOREIGN KEY(idle_interview) REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "unit_settings" VALUES('unit','The unit',15,'a1','DK');
CREATE INDEX ix_separations_side_a ON separations (side_a);
CREATE INDEX ix_separations_side_b ON separations (side_b);
CREATE INDEX ix_absences_person ON absences (person);
CREATE INDEX ix_travels_site_b ON travels (site_b);
CREATE INDEX ix_travels_site_a ON travels (site_a);
CREATE INDEX ix_rooms_site ON rooms (site);
CREATE INDEX ix_staff_supplier ON staff (supplier);
CREATE INDEX ix_offers_supplier ON offers (supplier);
CREATE INDEX ix_citizen_avoid_staff_staff ON citizen_avoid_staff (staff);
CREATE INDEX ix_citizen_avoid_sites_site ON citizen_avoid_sites (site);
CREATE INDEX ix_memberships_group ON memberships ("group");
CREATE INDEX ix_memberships_citizen ON memberships (citizen);
CREATE INDEX ix_activities_offer ON activities (offer);
CREATE INDEX ix_referrals_citizen ON referrals (citizen);
CREATE INDEX ix_referrals_offer ON referrals (offer);
CREATE INDEX ix_placements_citizen ON placements (citizen);
CREATE INDEX ix_placements_site ON placements (site);
CREATE INDEX ix_placements_offer ON placements (offer);
CREATE INDEX ix_unit_settings_idle_interview ON unit_settings (idle_interview);
CREATE INDEX ix_activity_rooms_room ON activity_rooms (room);
CREATE INDEX ix_enrolments_activity ON enrolments (activity);
CREATE INDEX ix_enrolments_citizen ON enrolments (citizen);
CREATE INDEX ix_plan_sessions_activity ON plan_sessions (activity);
CREATE INDEX ix_plan_sessions_room ON plan_sessions (room);
CREATE INDEX ix_plan_unmet_citizen ON plan_unmet (citizen);
CREATE INDEX ix_plan_unmet_activity ON plan_unmet (activity);
CREATE INDEX ix_plan_session_staff_staff ON plan_session_staff (staff);
CREATE INDEX ix_plan_session_citizens_citizen ON plan_session_citizens (citizen);
CREATE TRIGGER plan_versions_update_guard BEFORE UPDATE ON plan_versions WHEN OLD.state = 'published' BEGIN SELECT RAISE(ABORT, 'a published plan version never changes'); END;
CREATE TRIGGER plan_versions_delete_guard BEFORE DELETE ON plan_versions WHEN OLD.state = 'published' BEGIN SELECT RAISE(ABORT, 'a published plan version never changes'); END;
CREATE TRIGGER plan_goals_insert_guard BEFORE INSERT ON plan_goals WHEN EXISTS (SELECT 1 FROM plan_versions WHERE state = 'published' AND id IN (NEW.version_id)) BEGIN SELECT RAISE(ABORT, 'a published plan version never changes'); END;
CREATE TRIGGER plan_goals_update_guard BEFORE UPDATE ON plan_goals WHEN EXISTS (SELECT 1 FROM plan_versions WHERE state = 'published' AND id IN (OLD.version_id, NEW.version_id)) BEGIN SELECT RAISE(ABORT, 'a published plan version never changes'); END;
CREATE TRIGGER plan_goals_delete_guard BEFORE DELETE ON plan_goals WHEN EXISTS (SELECT 1 FROM plan_versions WHERE state = 'published' AND id IN (OLD.version_id)) BEGIN SELECT RAISE(ABORT, 'a published plan version never changes'); END;
CREATE TRIGGER plan_sessions_insert_guard BEFORE INSERT ON plan_sessions WHEN EXISTS (SELECT 1 FROM plan_versions WHERE state = 'published' AND id IN (NEW.version_id)) BEGIN SELECT RAISE(ABORT, 'a published plan version never changes'); END;
CREATE TRIGGER plan_sessions_update_guard BEFORE UPDATE ON plan_sessions WHEN EXISTS (SELECT 1 FROM plan_versions WHERE state = 'published' AND id IN (OLD.version_id, NEW.version_id)) BEGIN SELECT RAISE(ABORT, 'a published plan version never changes'); END;
CREATE TRIGGER plan_sessions_delete_guard BEFORE DELETE ON plan_sessions WHEN EXISTS (SELECT 1 FROM plan_versions WHERE state = 'published' AND id IN (OLD.version_id)) BEGIN SELECT RAISE(ABORT, 'a published plan version never changes'); END;
CREATE TRIGGER plan_session_staff_insert_guard BEFORE INSERT ON plan_session_staff WHEN EXISTS (SELECT 1 FROM plan_versions WHERE state = 'published' AND id IN (NEW.version_id)) BEGIN SELECT RAISE(ABORT, 'a published plan version never changes'); END;
CREATE TRIGGER plan_session_staff_update_guard BEFORE UPDATE ON plan_session_staff WHEN EXISTS (SELECT 1 FROM plan_versions WHERE state = 'published' AND id IN (OLD.version_id, NEW.version_id)) BEGIN SELECT RAISE(ABORT, 'a published plan version never changes'); END;
CREATE TRIGGER plan_session_staff_delete_guard BEFORE DELETE ON plan_session_staff WHEN EXISTS (SELECT 1 FROM plan_versions WHERE state = 'published' AND id IN (OLD.version_id)) BEGIN SELECT RAISE(ABORT, 'a published plan version never changes'); END;
CREATE TRIGGER plan_session_citizens_insert_guard BEFORE INSERT ON plan_session_citizens WHEN EXISTS (SELECT 1 FROM plan_versions WHERE state = 'published' AND id IN (NEW.version_id)) BEGIN SELECT RAISE(ABORT, 'a published plan version never changes'); END;
CREATE TRIGGER plan_session_citizens_update_guard BEFORE UPDATE ON plan_session_citizens WHEN EXISTS (SELECT 1 FROM plan_versions WHERE state = 'published' AND id IN (OLD.version_id, NEW.version_id)) BEGIN SELECT RAISE(ABORT, 'a published plan version never changes'); END;
CREATE TRIGGER plan_session_citizens_delete_guard BEFORE DELETE ON plan_session_citizens WHEN EXISTS (SELECT 1 FROM plan_versions WHERE state = 'published' AND id IN (OLD.version_id)) BEGIN SELECT RAISE(ABORT, 'a published plan version never changes'); END;
CREATE TRIGGER plan_unmet_insert_guard BEFORE INSERT ON plan_unmet WHEN EXISTS (SELECT 1 FROM plan_versions WHERE state = 'published' AND id IN (NEW.version_id)) BEGIN SELECT RAISE(ABORT, 'a published plan version never changes'); END;
CREATE TRIGGER plan_unmet_update_guard BEFORE UPDATE ON plan_unmet WHEN EXISTS (SELECT 1 FROM plan_versions WHERE state = 'published' AND id IN (OLD.version_id, NEW.version_id)) BEGIN SELECT RAISE(ABORT, 'a published plan version never changes'); END;
CREATE TRIGGER plan_unmet_delete_guard BEFORE DELETE ON plan_unmet WHEN EXISTS (SELECT 1 FROM plan_versions WHERE state = 'published' AND id IN (OLD.version_id)) BEGIN SELECT RAISE(ABORT, 'a published plan version never changes'); END;
COMMIT;

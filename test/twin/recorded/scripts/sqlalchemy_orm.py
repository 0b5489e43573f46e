import datetime
import os
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy import and_, case, exists, func, or_, select, text
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.orm import DeclarativeBase, Session, aliased, contains_eager, joinedload, mapped_column, relationship, selectinload, subqueryload

from stage import stage, url

driver = os.environ.get("DRIVER", "psycopg")
engine = sa.create_engine(url.replace("postgres://", f"postgresql+{driver}://"), pool_size=1, max_overflow=0)


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id = mapped_column(sa.Integer, primary_key=True)
    email = mapped_column(sa.Text, unique=True)
    name = mapped_column(sa.String(80))
    phone = mapped_column(sa.String(20))
    birthday = mapped_column(sa.Date)
    balance = mapped_column(sa.Numeric(12, 2))
    notes = mapped_column(JSONB(none_as_null=True))
    active = mapped_column(sa.Boolean)
    role = mapped_column(sa.Text, server_default="reader")
    logins = mapped_column(sa.Integer, server_default="0")
    created_at = mapped_column(sa.DateTime(timezone=True), server_default=sa.func.now())
    orders = relationship("Order", back_populates="user", order_by="Order.id", cascade="all, delete-orphan")


class Order(Base):
    __tablename__ = "orders"
    id = mapped_column(sa.Integer, primary_key=True)
    user_id = mapped_column(sa.ForeignKey("users.id"))
    number = mapped_column(sa.Text, unique=True)
    status = mapped_column(sa.Text, server_default="new")
    total = mapped_column(sa.Numeric(12, 2))
    address = mapped_column(sa.Text)
    placed = mapped_column(sa.Date, server_default="2024-05-06")
    user = relationship("User", back_populates="orders")


ADA = "canary-ada@example.com"
ZOE = dict(email="canary-zoe@example.com", name="canary Zoe", phone="canary-555-0199", birthday=datetime.date(1915, 12, 10), balance=Decimal("8675309.75"), notes={"canary": "zoe"}, active=True)
YAN = dict(email="canary-yan@example.com", name="canary Yan")


def session():
    return Session(engine)


def connect():
    with session() as s:
        s.execute(text("select 1"))


def rows(*statements):
    with session() as s:
        for statement in statements:
            s.execute(statement).all()


def create():
    with session() as s:
        s.add(User(**ZOE))
        s.commit()
        user = User(**YAN, active=False)
        s.add(user)
        s.flush()
        s.refresh(user)
        s.add(Order(user=user, number="Z-1", total=Decimal("86753.09"), address="canary street 9"))
        s.commit()
        s.execute(sa.insert(User).values(email="canary-xia@example.com", name="canary Xia").returning(User.id, User.email)).all()
        s.commit()


def read():
    with session() as s:
        s.scalars(select(User).order_by(User.id)).all()
        s.get(Order, 1)
        s.scalars(select(User).where(User.email == ADA)).one()
        s.execute(select(User.id, User.email.label("mail")).where(User.name == "canary Bob")).all()
        s.scalar(select(exists().where(User.email == ADA)))
        s.execute(text("select * from users where email = :email"), {"email": "canary-cyd@example.com"}).all()
        s.execute(select(case((User.active, "yes"), else_="no")).order_by(User.id)).all()
        s.execute(select(func.coalesce(User.phone, "canary none")).order_by(User.id)).all()
        s.execute(select(User).where(User.id == 2).options(sa.orm.load_only(User.email))).all()


def change():
    with session() as s:
        user = s.get(User, 1)
        user.name = "canary Ada II"
        user.balance = Decimal("8675309.11")
        s.commit()
        user.notes = {"canary": "new"}
        user.phone = None
        s.commit()
        for one in s.scalars(select(User).where(User.role == "editor").order_by(User.id)):
            one.phone = f"canary-555-02{one.id}"
        s.commit()
        s.execute(sa.update(User).where(User.email == ADA).values(logins=User.logins + 1))
        s.execute(sa.update(User).where(User.role == "editor").values(active=False).returning(User.id, User.active)).all()
        s.execute(sa.update(User), [{"id": 2, "name": "canary Bob II"}, {"id": 3, "name": "canary Cyd II"}])
        s.execute(sa.delete(Order).where(Order.total == Decimal("86753091.50")))
        s.commit()
        s.delete(s.scalars(select(User).where(User.email == "canary-eve@example.com")).one())
        s.commit()
        s.execute(sa.delete(User).where(User.email.in_(["canary-dan@example.com", "canary-nobody@example.com"])).returning(User.email)).all()
        s.commit()


def bulk():
    with session() as s:
        s.add_all([User(**ZOE), User(**{**ZOE, **YAN}), User(**{**ZOE, "email": "canary-wim@example.com"})])
        s.commit()
        s.execute(sa.insert(Order), [dict(user_id=1, number=f"N-{n}", total=Decimal("86753.09"), address=f"canary street {n}") for n in range(5)])
        s.execute(sa.insert(User).returning(User.id), [{**ZOE, "email": f"canary-{n}@example.com"} for n in range(3)]).all()
        s.execute(sa.insert(Order).values([dict(user_id=1, number=f"M-{n}", total=Decimal("86753.09")) for n in range(3)]))
        s.commit()


def upsert():
    ada = {**ZOE, "email": ADA}
    with session() as s:
        s.execute(insert(User).values(**ada).on_conflict_do_nothing())
        s.execute(insert(User).values(**ada).on_conflict_do_nothing(index_elements=[User.email]).returning(User.id)).all()
        statement = insert(User).values(**ada)
        s.execute(statement.on_conflict_do_update(index_elements=[User.email], set_=dict(name="canary upserted", logins=9)))
        s.execute(statement.on_conflict_do_update(index_elements=["email"], set_=dict(name=statement.excluded.name, phone=statement.excluded.phone)).returning(User)).all()
        s.execute(statement.on_conflict_do_update(constraint="users_email_key", set_=dict(logins=User.logins + 1), where=User.role == "reader"))
        s.commit()


def paging():
    rows(
        select(User).order_by(User.id).limit(2).offset(1),
        select(User).where(User.id > 2).order_by(User.id).limit(2),
        select(User.email, func.count().over().label("total")).order_by(User.id.desc()).limit(2),
        select(func.count()).select_from(select(User).where(User.active).subquery()),
        select(User).order_by(User.email).limit(2),
        select(User).where(User.birthday > datetime.date(1916, 1, 1)).order_by(User.birthday).limit(2),
    )


def joins():
    other = aliased(User)
    with session() as s:
        s.scalars(select(User).options(selectinload(User.orders)).order_by(User.id)).all()
    with session() as s:
        s.scalars(select(User).options(joinedload(User.orders)).order_by(User.id)).unique().all()
    with session() as s:
        s.scalars(select(User).options(subqueryload(User.orders)).order_by(User.id)).all()
    with session() as s:
        s.scalars(select(Order).join(Order.user).options(contains_eager(Order.user)).where(User.email == ADA).order_by(Order.id)).all()
    with session() as s:
        s.scalars(select(User).options(joinedload(User.orders)).order_by(User.id).limit(2)).unique().all()
        s.get(Order, 3).user.email
    rows(
        select(Order.number, User.email).join(User).order_by(Order.id),
        select(User.email, Order.number).outerjoin(Order).where(User.email == ADA).order_by(Order.id),
        select(User).where(User.orders.any(Order.total == Decimal("86753.09"))).order_by(User.id),
        select(Order).where(Order.user.has(User.email == ADA)).order_by(Order.id),
        select(User).where(User.id.in_(select(Order.user_id).where(Order.status == "paid"))).order_by(User.id),
        select(User.email, select(func.count()).where(Order.user_id == User.id).scalar_subquery()).order_by(User.id),
        select(User.id, other.id).join(other, and_(User.balance == other.balance, User.id < other.id)),
        select(User.email).where(User.active).union_all(select(User.email).where(User.role == "editor")),
        select(User.email).where(User.active).union(select(User.email).where(User.role == "editor")),
    )
    big = select(Order).where(Order.total == Decimal("86753.09")).cte("big")
    rows(select(big.c.number, User.name).join(User, User.id == big.c.user_id).order_by(big.c.id))


def filters():
    def users(*conditions):
        return select(User).where(*conditions).order_by(User.id)

    rows(
        users(User.active == True, User.email != ADA),  # noqa: E712
        users(or_(User.name == "canary Bob", User.phone.is_(None))),
        users(User.email.in_([ADA, "canary-cyd@example.com"])),
        users(User.email.not_in([ADA])),
        users(User.phone.is_not(None), ~(User.phone == "")),
        users(User.active),
        users(~User.active),
        users(User.active.is_(True)),
        users(User.birthday.is_not_distinct_from(datetime.date(1915, 12, 10))),
        users(User.email.in_([])),
        users(User.email == sa.any_(sa.literal([ADA, "canary-bob@example.com"], sa.ARRAY(sa.Text)))),
        users(sa.tuple_(User.email, User.name).in_([(ADA, "canary Ada")])),
        users(User.balance == Decimal("8675309.10"), User.birthday == datetime.date(1915, 12, 10)),
        users(User.email.like("canary-a%")),
        users(User.email.startswith("canary-a")),
        users(User.email.icontains("ADA")),
        users(User.birthday.between(datetime.date(1916, 1, 1), datetime.date(1917, 12, 31))),
        users(User.balance >= 0, User.balance <= Decimal("8675309.15")),
        users(func.lower(User.email) == "canary-ada@example.com"),
        users(User.notes["n"].as_integer() == 1),
        users(User.notes.contains({"n": 1})),
    )


def aggregates():
    rows(
        select(func.count()).select_from(User).where(User.active),
        select(func.count(User.id)).where(User.email == ADA),
        select(User.role, func.count()).group_by(User.role).order_by(User.role),
        select(func.count(User.phone)),
        select(func.count().filter(User.active)),
        select(func.sum(Order.total), func.avg(Order.total)),
        select(func.min(User.birthday), func.max(User.birthday)),
        select(func.count(User.birthday.distinct())),
        select(User.birthday, func.count()).group_by(User.birthday),
        select(User.active).distinct(),
        select(User.role).group_by(User.role).having(func.count() > 1).order_by(User.role),
    )


def transactions():
    with session() as s:
        user = User(**ZOE)
        s.add(user)
        s.flush()
        s.add(Order(user=user, number="T-1", total=Decimal("86753.09")))
        s.flush()
        try:
            with s.begin_nested():
                s.execute(sa.insert(User).values(**ZOE))
        except sa.exc.IntegrityError:
            pass
        s.execute(select(User).where(User.email == ZOE["email"]).with_for_update()).all()
        s.execute(select(User).where(User.active).order_by(User.id).limit(1).with_for_update(skip_locked=True, of=User)).all()
        s.commit()
    with session() as s:
        try:
            s.add(User(**{**ZOE, "email": ADA}))
            s.commit()
        except sa.exc.IntegrityError:
            s.rollback()
        s.execute(sa.update(User).where(User.id == 1).values(name="canary gone"))
        s.rollback()


by = f"SQLAlchemy {sa.__version__}, {driver} {__import__(driver).__version__}"
stage(by, connect, [create, read, change, bulk, upsert, paging, joins, filters, aggregates, transactions])

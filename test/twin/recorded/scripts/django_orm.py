import datetime
from decimal import Decimal
from urllib.parse import urlsplit

import django
import psycopg
from django.conf import settings

from stage import stage, url

parts = urlsplit(url)
settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.postgresql", "NAME": parts.path[1:], "USER": parts.username, "HOST": parts.hostname, "PORT": parts.port, "CONN_MAX_AGE": None}},
    INSTALLED_APPS=["django.contrib.postgres"],
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    USE_TZ=True,
    TIME_ZONE="UTC",
)
django.setup()

from django.db import DatabaseError, IntegrityError, connection, models, transaction  # noqa: E402
from django.db.models import Avg, Case, Count, Exists, F, Max, Min, OuterRef, Prefetch, Q, Subquery, Sum, Value, When  # noqa: E402
from django.db.models.functions import Coalesce, Lower  # noqa: E402

CREATED = datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)


class User(models.Model):
    email = models.TextField(unique=True)
    name = models.CharField(max_length=80)
    phone = models.CharField(max_length=20, null=True)
    birthday = models.DateField(null=True)
    balance = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    notes = models.JSONField(null=True)
    active = models.BooleanField(null=True)
    role = models.TextField(default="reader")
    logins = models.IntegerField(default=0)
    created_at = models.DateTimeField(default=CREATED)

    class Meta:
        app_label = "postgres"
        db_table = "users"


class Order(models.Model):
    user = models.ForeignKey(User, models.CASCADE, related_name="orders")
    number = models.TextField(unique=True)
    status = models.TextField(default="new")
    total = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    address = models.TextField(null=True)
    placed = models.DateField(default=datetime.date(2024, 5, 6))

    class Meta:
        app_label = "postgres"
        db_table = "orders"


ADA = "canary-ada@example.com"
ZOE = dict(email="canary-zoe@example.com", name="canary Zoe", phone="canary-555-0199", birthday=datetime.date(1915, 12, 10), balance=Decimal("8675309.75"), notes={"canary": "zoe"}, active=True)
YAN = dict(email="canary-yan@example.com", name="canary Yan")
users = User.objects.order_by("id")


def connect():
    connection.ensure_connection()


def create():
    User.objects.create(**ZOE)
    user = User(**YAN, active=False)
    user.save()
    Order.objects.create(user=user, number="Z-1", total=Decimal("86753.09"), address="canary street 9")
    User.objects.get_or_create(email=ADA, defaults=dict(name="canary other"))
    User.objects.get_or_create(email="canary-xia@example.com", defaults=dict(name="canary Xia"))


def read():
    list(users)
    User.objects.get(pk=1)
    User.objects.get(email=ADA)
    User.objects.filter(name="canary Bob").first()
    User.objects.filter(email=ADA).exists()
    list(users.values("id", "email"))
    list(users.values_list("email", flat=True))
    list(users.only("email"))
    list(users.defer("notes"))
    list(User.objects.raw("select * from users where email = %s", ["canary-cyd@example.com"]))
    User.objects.in_bulk(["canary-ada@example.com", "canary-bob@example.com"], field_name="email")
    list(users.annotate(on=Case(When(active=True, then=Value("yes")), default=Value("no"))).values("on"))
    list(users.annotate(tel=Coalesce("phone", Value("canary none"))).values("tel"))


def change():
    user = User.objects.get(pk=1)
    user.name = "canary Ada II"
    user.save()
    user.balance = Decimal("8675309.11")
    user.notes = {"canary": "new"}
    user.save(update_fields=["balance", "notes"])
    user.refresh_from_db()
    User.objects.filter(email="canary-bob@example.com").update(phone=None)
    User.objects.filter(email=ADA).update(logins=F("logins") + 1)
    User.objects.filter(role="editor").update(active=False)
    editors = list(users.filter(role="editor"))
    for one in editors:
        one.phone = f"canary-555-02{one.id}"
    User.objects.bulk_update(editors, ["phone"])
    Order.objects.filter(total=Decimal("86753091.50")).delete()
    User.objects.filter(email="canary-eve@example.com").delete()
    User.objects.get(email="canary-dan@example.com").delete()
    User.objects.filter(email__in=["canary-cyd@example.com", "canary-nobody@example.com"]).delete()


def bulk():
    User.objects.bulk_create([User(**ZOE), User(**YAN), User(email="canary-wim@example.com", name="canary Wim")])
    Order.objects.bulk_create([Order(user_id=1, number=f"N-{n}", total=Decimal("86753.09"), address=f"canary street {n}") for n in range(5)], batch_size=3)


def upsert():
    User.objects.bulk_create([User(**{**ZOE, "email": ADA})], ignore_conflicts=True)
    User.objects.bulk_create([User(**{**ZOE, "email": ADA}), User(**ZOE)], update_conflicts=True, unique_fields=["email"], update_fields=["name", "phone"])
    User.objects.update_or_create(email=ADA, defaults=dict(name="canary upserted"))
    User.objects.update_or_create(email="canary-vic@example.com", defaults=dict(name="canary Vic"))


def paging():
    list(users[1:3])
    list(users.filter(id__gt=2)[:2])
    User.objects.count()
    list(User.objects.order_by("email")[:2])
    list(User.objects.filter(birthday__gt=datetime.date(1916, 1, 1)).order_by("birthday")[:2])
    users.last()


def joins():
    list(Order.objects.select_related("user").order_by("id"))
    list(users.prefetch_related("orders"))
    list(users.prefetch_related(Prefetch("orders", Order.objects.filter(total=Decimal("86753.09")).order_by("id"))))
    list(Order.objects.filter(user__email=ADA).order_by("id"))
    list(users.filter(orders__total=Decimal("86753.09")).values("id", "orders__number"))
    list(users.exclude(orders__status="paid"))
    list(users.annotate(n=Count("orders")).values("id", "n"))
    list(users.annotate(n=Count("orders")))
    list(users.filter(Exists(Order.objects.filter(user=OuterRef("pk"), total=Decimal("86753.09")))))
    list(users.annotate(first=Subquery(Order.objects.filter(user=OuterRef("pk")).order_by("id").values("total")[:1])).values("id", "first"))
    list(users.filter(id__in=Order.objects.filter(status="paid").values("user_id")))
    list(User.objects.filter(active=True).values("email").union(User.objects.filter(role="editor").values("email"), all=True))
    list(User.objects.filter(active=True).values("email").union(User.objects.filter(role="editor").values("email")))
    list(users.filter(orders__status="paid").distinct())


def filters():
    list(users.filter(active=True).exclude(email=ADA))
    list(users.filter(Q(name="canary Bob") | Q(phone__isnull=True)))
    list(users.filter(email__in=[ADA, "canary-cyd@example.com"]))
    list(users.exclude(email__in=[ADA]))
    list(users.filter(phone__isnull=False).exclude(phone=""))
    list(users.filter(active=False))
    list(users.filter(email__in=[]))
    list(users.filter(balance=Decimal("8675309.10"), birthday=datetime.date(1915, 12, 10)))
    list(users.filter(~Q(name="canary Ada"), Q(active=True) | Q(active__isnull=True)))
    list(users.filter(notes={"canary": "ada", "n": 1}))
    list(users.filter(email__iexact="CANARY-ADA@example.com"))
    list(users.filter(email__startswith="canary-a"))
    list(users.filter(email__icontains="ADA"))
    list(users.filter(birthday__range=(datetime.date(1916, 1, 1), datetime.date(1917, 12, 31))))
    list(users.filter(birthday__year=1916))
    list(users.filter(balance__gte=0, balance__lte=Decimal("8675309.15")))
    list(users.annotate(small=Lower("email")).filter(small=ADA))
    list(users.filter(notes__n=1))


def aggregates():
    User.objects.filter(active=True).count()
    User.objects.filter(email=ADA).count()
    list(User.objects.values("role").annotate(n=Count("id")).order_by("role"))
    User.objects.aggregate(n=Count("phone"))
    User.objects.aggregate(n=Count("id", filter=Q(active=True)))
    Order.objects.aggregate(Sum("total"), Avg("total"))
    User.objects.aggregate(Min("birthday"), Max("birthday"))
    User.objects.aggregate(n=Count("birthday", distinct=True))
    list(User.objects.values("birthday").annotate(n=Count("id")))
    list(User.objects.values("active").distinct())
    list(User.objects.dates("birthday", "year"))
    list(User.objects.values("role").annotate(n=Count("id")).filter(n__gt=1).order_by("role"))


def transactions():
    with transaction.atomic():
        user = User.objects.create(**ZOE)
        Order.objects.create(user=user, number="T-1", total=Decimal("86753.09"))
        try:
            with transaction.atomic():
                User.objects.create(**ZOE)
        except IntegrityError:
            pass
        User.objects.select_for_update().get(email=ZOE["email"])
        list(users.filter(active=True).select_for_update(skip_locked=True)[:1])
    try:
        User.objects.create(**{**ZOE, "email": ADA})
    except DatabaseError:
        pass
    try:
        with transaction.atomic():
            User.objects.filter(pk=1).update(name="canary gone")
            raise KeyError
    except KeyError:
        pass


by = f"Django {django.__version__}, psycopg {psycopg.__version__}"
stage(by, connect, [create, read, change, bulk, upsert, paging, joins, filters, aggregates, transactions])

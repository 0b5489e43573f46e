// Runs the tasks one after the other; record.ts keeps what each of them sends.
package main

import (
	"bufio"
	"database/sql/driver"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
	"gorm.io/gorm/logger"
)

// Notes is a jsonb value.
type Notes string

func (n Notes) Value() (driver.Value, error) { return string(n), nil }

func (n *Notes) Scan(value any) error {
	switch value := value.(type) {
	case string:
		*n = Notes(value)
	case []byte:
		*n = Notes(value)
	}
	return nil
}

type User struct {
	ID        int
	Email     string
	Name      string
	Phone     *string
	Birthday  *time.Time `gorm:"type:date"`
	Balance   *string    `gorm:"type:numeric(12,2)"`
	Notes     *Notes     `gorm:"type:jsonb"`
	Active    *bool
	Role      string    `gorm:"default:reader"`
	Logins    int       `gorm:"default:0"`
	CreatedAt time.Time `gorm:"default:now();autoCreateTime:false"`
	Orders    []Order
}

type Order struct {
	ID      int
	UserID  int
	User    *User
	Number  string
	Status  string  `gorm:"default:new"`
	Total   *string `gorm:"type:numeric(12,2)"`
	Address *string
	Placed  time.Time `gorm:"type:date;default:'2024-05-06'"`
}

var input = bufio.NewReader(os.Stdin)

func say(line string) {
	fmt.Println(line)
	_, _ = input.ReadString('\n')
}

func to[T any](value T) *T { return &value }

func day(text string) *time.Time {
	value, err := time.Parse("2006-01-02", text)
	if err != nil {
		panic(err)
	}
	return &value
}

const ada = "canary-ada@example.com"

func zoe(email string) User {
	return User{Email: email, Name: "canary Zoe", Phone: to("canary-555-0199"), Birthday: day("1915-12-10"), Balance: to("8675309.75"), Notes: to(Notes(`{"canary": "zoe"}`)), Active: to(true), CreatedAt: time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC)}
}

func order(user int, number string) Order {
	return Order{UserID: user, Number: number, Total: to("86753.09"), Address: to("canary street 9"), Placed: *day("2024-05-06")}
}

var failed bool

func must(tx *gorm.DB) *gorm.DB {
	if tx.Error != nil {
		fmt.Fprintln(os.Stderr, tx.Error, tx.Statement.SQL.String())
		failed = true
	}
	return tx
}

func main() {
	db, err := gorm.Open(postgres.Open(os.Getenv("DATABASE_URL")), &gorm.Config{Logger: logger.Discard})
	if err != nil {
		panic(err)
	}
	pool, _ := db.DB()
	pool.SetMaxOpenConns(1)
	by := "gorm.io/gorm"
	if info, ok := debug.ReadBuildInfo(); ok {
		by = ""
		for _, module := range info.Deps {
			switch module.Path {
			case "gorm.io/gorm", "gorm.io/driver/postgres", "github.com/jackc/pgx/v5":
				by += ", " + module.Path + " " + module.Version
			}
		}
		by = by[2:]
	}
	say("@by " + by)
	must(db.Exec("select 1"))
	tasks := []struct {
		name string
		run  func(*gorm.DB)
	}{{"create", create}, {"read", read}, {"change", change}, {"bulk", bulk}, {"upsert", upsert}, {"paging", paging}, {"joins", joins}, {"filters", filters}, {"aggregates", aggregates}, {"transactions", transactions}}
	for _, task := range tasks {
		say("@case " + task.name)
		task.run(db)
	}
	say("@end")
	if failed {
		os.Exit(1)
	}
}

func create(db *gorm.DB) {
	must(db.Create(to(zoe("canary-zoe@example.com"))))
	must(db.Select("Email", "Name").Create(to(zoe("canary-yan@example.com"))))
	must(db.Create(to(order(1, "Z-1"))))
	must(db.Omit("Orders").Create(to(zoe("canary-xia@example.com"))))
	must(db.Where(User{Email: ada}).Attrs(User{Name: "canary other"}).FirstOrCreate(&User{}))
	must(db.Model(&User{}).Create(map[string]any{"email": "canary-wim@example.com", "name": "canary Wim", "active": false}))
}

func read(db *gorm.DB) {
	var users []User
	must(db.Order("id").Find(&users))
	must(db.First(&User{}, 1))
	must(db.Take(&User{}, "email = ?", ada))
	must(db.Where("name = ? AND active = ?", "canary Bob", true).Last(&User{}))
	must(db.Where(&User{Email: ada}).Find(&users))
	must(db.Where(map[string]any{"email": ada, "active": true}).Find(&users))
	must(db.Select("id", "email").Order("id").Find(&users))
	must(db.Model(&User{}).Order("id").Pluck("email", &[]string{}))
	must(db.Raw("SELECT * FROM users WHERE email = @email", map[string]any{"email": "canary-cyd@example.com"}).Scan(&users))
	must(db.Model(&User{}).Select("coalesce(phone, 'canary none') as phone").Order("id").Find(&[]map[string]any{}))
}

func change(db *gorm.DB) {
	var user User
	must(db.First(&user, 1))
	user.Name = "canary Ada II"
	must(db.Save(&user))
	must(db.Model(&user).Update("balance", "8675309.11"))
	must(db.Model(&user).Updates(User{Phone: to("canary-555-0300"), Active: to(false)}))
	must(db.Model(&User{}).Where("email = ?", "canary-bob@example.com").Updates(map[string]any{"phone": nil, "notes": Notes(`{"canary": "new"}`)}))
	must(db.Model(&User{}).Where("email = ?", ada).UpdateColumn("logins", gorm.Expr("logins + ?", 1)))
	must(db.Model(&[]User{}).Clauses(clause.Returning{}).Where("role = ?", "editor").Update("active", false))
	must(db.Where("total = ?", "86753091.50").Delete(&Order{}))
	must(db.Where("email IN ?", []string{"canary-eve@example.com", "canary-nobody@example.com"}).Delete(&User{}))
	must(db.Delete(&Order{}, 1))
}

func bulk(db *gorm.DB) {
	must(db.Create(&[]User{zoe("canary-zoe@example.com"), zoe("canary-yan@example.com"), zoe("canary-wim@example.com")}))
	var orders []Order
	for n := range 5 {
		orders = append(orders, order(1, fmt.Sprintf("N-%d", n)))
	}
	must(db.CreateInBatches(&orders, 3))
}

func upsert(db *gorm.DB) {
	email := []clause.Column{{Name: "email"}}
	must(db.Clauses(clause.OnConflict{DoNothing: true}).Create(to(zoe(ada))))
	must(db.Clauses(clause.OnConflict{Columns: email, DoNothing: true}).Create(to(zoe(ada))))
	must(db.Clauses(clause.OnConflict{Columns: email, DoUpdates: clause.AssignmentColumns([]string{"name", "phone"})}).Create(&[]User{zoe(ada), zoe("canary-zoe@example.com")}))
	must(db.Clauses(clause.OnConflict{Columns: email, DoUpdates: clause.Assignments(map[string]any{"name": "canary upserted"})}).Create(to(zoe(ada))))
	must(db.Clauses(clause.OnConflict{UpdateAll: true, Columns: email}).Create(to(zoe(ada))))
}

func paging(db *gorm.DB) {
	var users []User
	var n int64
	must(db.Order("id").Limit(2).Offset(1).Find(&users))
	must(db.Where("id > ?", 2).Order("id desc").Limit(2).Find(&users))
	must(db.Model(&User{}).Count(&n))
	must(db.Order("id").FindInBatches(&users, 2, func(*gorm.DB, int) error { return nil }))
	must(db.Order("email").Limit(2).Find(&users))
	must(db.Where("birthday > ?", day("1916-01-01")).Order("birthday").Limit(2).Find(&users))
}

func joins(db *gorm.DB) {
	var users []User
	var orders []Order
	must(db.Preload("Orders").Order("id").Find(&users))
	must(db.Joins("User").Order("orders.id").Find(&orders))
	must(db.InnerJoins("User", db.Where(&User{Email: ada})).Order("orders.id").Find(&orders))
	must(db.Preload("Orders", "total = ?", "86753.09").Where("email = ?", ada).Find(&users))
	must(db.Joins("JOIN orders ON orders.user_id = users.id AND orders.total = ?", "86753.09").Order("users.id").Find(&users))
	must(db.Where("id IN (?)", db.Model(&Order{}).Select("user_id").Where("status = ?", "paid")).Order("id").Find(&users))
	must(db.Where("EXISTS (?)", db.Model(&Order{}).Select("1").Where("orders.user_id = users.id AND total = ?", "86753.09")).Order("id").Find(&users))
	must(db.Table("(?) as u", db.Model(&User{}).Where("active = ?", true)).Where("u.name = ?", "canary Bob").Find(&[]map[string]any{}))
	if err := db.Model(&User{ID: 1}).Order("id").Association("Orders").Find(&orders); err != nil {
		must(&gorm.DB{Error: err, Statement: db.Statement})
	}
}

func filters(db *gorm.DB) {
	var users []User
	q := db.Order("id")
	must(q.Session(&gorm.Session{}).Where("active = ?", true).Not("email = ?", ada).Find(&users))
	must(db.Order("id").Where("name = ?", "canary Bob").Or("phone IS NULL").Find(&users))
	must(db.Order("id").Where("email IN ?", []string{ada, "canary-cyd@example.com"}).Find(&users))
	must(db.Order("id").Not(map[string]any{"email": []string{ada}}).Find(&users))
	must(db.Order("id").Where("phone IS NOT NULL AND phone <> ?", "").Find(&users))
	must(db.Order("id").Where("active").Find(&users))
	must(db.Order("id").Where("email = ANY(?::text[])", "{canary-ada@example.com,canary-bob@example.com}").Find(&users))
	must(db.Order("id").Where("(?::text IS NULL OR email = ?)", ada, ada).Find(&users))
	must(db.Order("id").Where("(email, name) IN ?", [][]any{{ada, "canary Ada"}}).Find(&users))
	must(db.Order("id").Where(db.Where("balance = ?", "8675309.10").Or("role = ?", "editor")).Find(&users))
	must(db.Order("id").Where("email LIKE ?", "canary-a%").Find(&users))
	must(db.Order("id").Where("email ILIKE ?", "%ADA%").Find(&users))
	must(db.Order("id").Where("birthday BETWEEN ? AND ?", day("1916-01-01"), day("1917-12-31")).Find(&users))
	must(db.Order("id").Where("balance >= ?", "0").Find(&users))
	must(db.Order("id").Where("lower(email) = ?", ada).Find(&users))
}

func aggregates(db *gorm.DB) {
	var n int64
	rows := func() *[]map[string]any { return &[]map[string]any{} }
	must(db.Model(&User{}).Where("active = ?", true).Count(&n))
	must(db.Model(&User{}).Where("email = ?", ada).Count(&n))
	must(db.Model(&User{}).Select("role, count(*) as n").Group("role").Order("role").Find(rows()))
	must(db.Model(&User{}).Select("role").Group("role").Having("count(*) > ?", 1).Order("role").Find(rows()))
	must(db.Model(&Order{}).Select("sum(total) as sum").Find(rows()))
	must(db.Model(&User{}).Select("min(birthday) as min").Find(rows()))
	must(db.Model(&User{}).Distinct("birthday").Count(&n))
	must(db.Model(&User{}).Select("birthday, count(*) as n").Group("birthday").Find(rows()))
	must(db.Model(&User{}).Distinct("active").Find(rows()))
}

func transactions(db *gorm.DB) {
	err := db.Transaction(func(tx *gorm.DB) error {
		user := zoe("canary-zoe@example.com")
		must(tx.Create(&user))
		must(tx.Create(to(order(user.ID, "T-1"))))
		_ = tx.Transaction(func(inner *gorm.DB) error { return inner.Create(to(zoe("canary-zoe@example.com"))).Error })
		must(tx.Clauses(clause.Locking{Strength: "UPDATE"}).Where("email = ?", user.Email).Find(&[]User{}))
		return nil
	})
	if err != nil {
		must(&gorm.DB{Error: err, Statement: db.Statement})
	}
	if db.Create(to(zoe(ada))).Error == nil {
		panic("it did not fail")
	}
	_ = db.Transaction(func(tx *gorm.DB) error {
		must(tx.Model(&User{ID: 1}).Update("name", "canary gone"))
		return errors.New("back")
	})
}

### The list of events and its filters; events as calendars.

catalogue-title = کارگاه‌ها، سمینارها و دوره‌ها
catalogue-lead = ویژهٔ کارکنان دولت در ده کشور عضو. ثبت‌نام رایگان و ظرفیت محدود است.

catalogue-filter-search = جست‌وجو
catalogue-filter-area = حوزه
catalogue-filter-kind = نوع
catalogue-filter-country = کشور
catalogue-filter-language = زبان
catalogue-filter-mode = شیوهٔ برگزاری
catalogue-filter-when = زمان
catalogue-filter-from = از تاریخ (میلادی)
catalogue-filter-until = تا تاریخ (میلادی)
catalogue-all-areas = همهٔ حوزه‌ها
catalogue-all-kinds = همهٔ انواع
catalogue-all-countries = همهٔ کشورها
catalogue-all-languages = همهٔ زبان‌ها
catalogue-any-mode = همه
catalogue-when-upcoming = آینده و در حال برگزاری
catalogue-when-past = گذشته
catalogue-when-all = همهٔ زمان‌ها
catalogue-more = پالایه‌های بیشتر

catalogue-count = { $count } رویداد
# The hours of an event of one day, in a line of facts; $city is the city whose clocks are meant.
catalogue-hours = { $hours } به وقت { $city }
catalogue-subscribe = اشتراک این فهرست
catalogue-clear = پاک کردن

## Nothing found: by the filters, or at all.

catalogue-empty-title = رویدادی یافت نشد
catalogue-empty-advice = واژه‌های کمتری بنویسید یا یکی از پالایه‌ها را بردارید.
catalogue-clear-filters = برداشتن همهٔ پالایه‌ها
catalogue-all-dates = جست‌وجو در همهٔ زمان‌ها، گذشته نیز
catalogue-none-title = اکنون رویدادی اعلام نشده است
catalogue-none-advice = رویدادهای تازه به محض انتشار در اینجا دیده می‌شوند.
catalogue-see-past = دیدن رویدادهای گذشته

## Calendars (.ics).

calendar-name = مکتب: رویدادها
# $title is the title of an event of several days, of which this entry is one.
calendar-day = { $title } (روز { $day } از { $days })
# $city is the city whose clocks are meant.
calendar-zone = ساعت‌های برنامه به وقت { $city }

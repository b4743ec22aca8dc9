### The list of events and its filters.

catalogue-title = کارگاه‌ها، سمینارها و دوره‌ها
catalogue-lead = ویژهٔ کارکنان دولت در ده کشور عضو. ثبت‌نام رایگان و ظرفیت محدود است.

catalogue-filter-search = جست‌وجو
catalogue-filter-area = حوزه
catalogue-filter-kind = نوع
catalogue-filter-country = کشور
catalogue-filter-language = زبان
catalogue-filter-mode = شیوهٔ برگزاری
catalogue-filter-from = از تاریخ
catalogue-filter-until = تا تاریخ
catalogue-filter-past = نمایش رویدادهای گذشته
catalogue-all-areas = همهٔ حوزه‌ها
catalogue-all-kinds = همهٔ انواع
catalogue-all-countries = همهٔ کشورها
catalogue-all-languages = همهٔ زبان‌ها
catalogue-any-mode = همه

catalogue-count = { $count } رویداد
catalogue-subscribe = اشتراک این فهرست
catalogue-clear = پاک کردن
catalogue-empty-title = رویدادی یافت نشد
catalogue-empty-advice = واژه‌های کمتری بنویسید یا یکی از پالایه‌ها را بردارید.

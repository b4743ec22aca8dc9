### The frame of every page: masthead, navigation, footer, buttons, paging, times.

site-name = مکتب
site-brand-line = اکو و سازمان بین‌المللی مهاجرت
site-demo-note = نسخهٔ نمایشی: همهٔ افراد و رویدادها ساختگی‌اند و هیچ نامه‌ای از این سرور فرستاده نمی‌شود.

nav-label = پیمایش اصلی
nav-skip = رفتن به محتوا
nav-home = صفحهٔ اصلی
nav-events = رویدادها
nav-courses = دوره‌ها
nav-verify = راستی‌آزمایی گواهی
nav-sign-in = ورود
nav-sign-out = خروج
nav-my = ثبت‌نام‌های من
nav-teach = نشست‌های من
nav-manage = مدیریت
nav-languages = زبان

footer-about = برنامهٔ آموزشی سازمان همکاری اقتصادی و سازمان بین‌المللی مهاجرت، بر پایهٔ یادداشت تفاهم ۲۷ ژانویهٔ ۲۰۰۹.
footer-times = زمان‌ها به وقت محل هر رویداد است.
footer-licence = نرم‌افزار آزاد با پروانهٔ Apache 2.0.

action-save = ذخیره
action-cancel = انصراف
action-continue = ادامه
action-back = بازگشت
action-search = جست‌وجو
action-clear = پاک کردن
action-download = دریافت
action-print = چاپ
action-edit = ویرایش
action-add = افزودن
action-remove = حذف
action-send = ارسال

page-label = صفحه‌ها
page-previous = صفحهٔ پیشین
page-next = صفحهٔ بعد
page-position = صفحهٔ { $page } از { $pages }

# $city is the city that gives the time zone its name.
time-in-city = به وقت { $city }
time-date-and-time = { $date }، ساعت { $time }

### ورود فهرست شرکت‌کنندگان: آنچه هماهنگ‌کنندگان می‌بینند، و نامه به کسانی که وارد شده‌اند.

import-title = وارد کردن شرکت‌کنندگان
import-link = وارد کردن از پرونده
import-stages = گام‌های ورود
import-stage-file = پرونده
import-stage-columns = ستون‌ها
import-stage-check = بررسی
import-stage-done = پایان

## پرونده

import-intro = فهرستی از شرکت‌کنندگان برگزینید: پروندهٔ CSV یا کارپوشهٔ Excel ‏(.xlsx). تا ندیده‌اید چه خواهد شد، چیزی افزوده نمی‌شود.
import-file = پرونده
import-file-hint = حداکثر { $megabytes } مگابایت و { $rows } سطر زیر سرستون‌ها.
import-upload = بارگذاری و ادامه
import-example = فهرست خالی با سرستون‌های درست:
import-example-as = فهرست خالی به‌صورت { $format }
import-fields = فهرست چه چیزهایی می‌تواند داشته باشد
import-fields-hint = سرستون‌ها به انگلیسی، روسی، فارسی و ترکی و با هر ترتیبی شناخته می‌شوند. ستون‌های دیگر نادیده گرفته می‌شوند.
import-fields-name = سرستون
import-fields-form = چه چیزی در آن می‌آید
import-fields-required = لازم
import-list = ورودهای این رویداد
import-column-file = پرونده
import-column-by = بارگذاری‌کننده
import-column-at = زمان بارگذاری
import-column-state = وضعیت
import-state-uploaded = ستون‌ها باید برگزیده شوند
import-state-read = باید بررسی شود
import-state-done = { $count ->
    [one] { $count } نفر افزوده شد
   *[other] { $count } نفر افزوده شدند
}
import-state-taken-back = بازگردانده‌شده
import-kept = پرونده‌ای که با آن کاری نشود پس از یک روز پاک می‌شود.
import-gone = این پرونده دیگر اینجا نیست. آن را دوباره برگزینید.
import-discard = پاک کردن این پرونده
import-discarded = پرونده پاک شد. کسی افزوده نشد.
import-no-file = پرونده‌ای برگزینید
import-lost = پرونده کامل نرسید. آن را دوباره برگزینید.
import-is-done = این ورود پیش‌تر انجام شده است.
import-nobody = کسی افزوده نمی‌شود: همهٔ افراد فهرست پیش‌تر ثبت‌نام کرده‌اند.
import-back-too-late = این ورود را دیگر نمی‌توان بازگرداند: نامه‌ای فرستاده شده یا وضع کسی تغییر کرده است.

## چرا پرونده خوانده نمی‌شود

import-refused-empty = در این پرونده چیزی نیست.
import-refused-no-rows = زیر سرستون‌های سطر { $row } چیزی نیست.
import-refused-bytes = این پرونده از { $megabytes } مگابایت بزرگ‌تر است. تصویرها و ستون‌های نالازم را پاک کنید یا فهرست را در چند پرونده بخش کنید.
import-refused-rows = این فهرست بیش از { $rows } سطر دارد. آن را در چند پرونده بخش کنید.
import-refused-columns = سطر { $row } بیش از { $columns } ستون دارد. ستون‌های نالازم را پاک کنید.
import-refused-cell = خانهٔ سطر { $row }، ستون { $column } بیش از { $characters } نویسه دارد.
import-refused-text = متن خانه‌های این پرونده بیش از اندازه است: بیش از { $megabytes } مگابایت.
import-refused-unpacked = این کارپوشه پس از باز شدن از { $megabytes } مگابایت بزرگ‌تر است. فهرست را در کارپوشه‌ای تازه رونوشت کنید.
import-refused-parts = این کارپوشه بخش‌های بسیار زیادی دارد. فهرست را در کارپوشه‌ای تازه رونوشت کنید.
import-refused-links = این کارپوشه مقدارهایی را از پرونده‌های دیگر می‌گیرد. به‌جای پیوندها خود مقدارها را بگذارید.
import-refused-sheet = این کارپوشه برگهٔ نمایانی ندارد.
import-refused-encoding = متن آسیب دیده یا با کدگذاری دیگری نوشته شده است. فهرست را به‌صورت .xlsx یا CSV با UTF-8 ذخیره کنید.
import-refused-quote = گیومه‌ای در سطر { $row } بسته نشده است.
import-refused-damaged = این پرونده آسیب دیده است. آن را در برنامهٔ صفحه‌گسترده باز و از نو ذخیره کنید.
import-refused-resave = این { $kind } است. آن را در برنامهٔ صفحه‌گسترده باز و به‌صورت .xlsx یا CSV ذخیره کنید.
import-refused-copy = این { $kind } است. جدول را در کارپوشه‌ای رونوشت و به‌صورت .xlsx ذخیره کنید.
import-refused-encrypted = این کارپوشه گذرواژه دارد. آن را بدون گذرواژه ذخیره کنید.
import-refused-archive = این پروندهٔ فشرده است. جدولی را که در آن است بارگذاری کنید.
import-refused-binary = این نه کارپوشهٔ Excel ‏(.xlsx) است و نه پروندهٔ CSV.
import-kind-xls = پروندهٔ قدیمی Excel ‏(.xls)
import-kind-xlsb = پروندهٔ دودویی Excel ‏(.xlsb)
import-kind-office = سند یک برنامهٔ اداری قدیمی
import-kind-ods = پروندهٔ OpenDocument
import-kind-word = سند Word
import-kind-slides = پروندهٔ ارائه
import-kind-pdf = پروندهٔ PDF
import-kind-picture = تصویر
import-kind-web = صفحهٔ وب
import-kind-xml = پروندهٔ XML
import-kind-rtf = سند متنی (.rtf)

## ستون‌ها

import-columns-title = هر ستون چه چیزی دارد
import-columns-text = { $rows ->
    [one] «{ $file }» زیر سرستون‌ها { $rows } سطر دارد. نخستین سطرها:
   *[other] «{ $file }» زیر سرستون‌ها { $rows } سطر دارد. نخستین سطرها:
}
import-columns-row = سطر
import-columns-none = در پرونده نیست
import-column-missing = ستون «{ $field }» را برگزینید
import-column-twice = ستون «{ $field }» همان ستون یک فیلد دیگر است
import-column-several = «{ $field }» می‌تواند در چند ستون باشد: { $columns }. ببینید کدام درست است.
import-column-repeated = این سرستون‌ها بالای بیش از یک ستون آمده‌اند: { $headings }.
import-encoding = کدگذاری پرونده
import-encoding-guessed = پرونده نمی‌گوید حروف آن چگونه نوشته شده‌اند. اگر نادرست دیده می‌شوند، کدگذاری دیگری برگزینید.
import-sheet = برگه
import-reread = خواندن دوباره
error-encoding-choice = پرونده با این کدگذاری خوانده نمی‌شود
error-sheet-choice = در این برگه فهرستی نیست
import-people-title = برای افراد چه می‌شود
import-outcome = هر فرد
import-outcome-offer = پیشنهاد جا دریافت می‌کند و می‌پذیرد یا نمی‌پذیرد
import-outcome-list = در فهرست تصمیم شما قرار می‌گیرد
import-outcome-confirm = بی‌درنگ جا دارد، چون پیش‌تر موافقت کرده است
import-outcome-hint = پیشنهاد برای هر فرد تا زمان پاسخ جایی نگه می‌دارد. کسانی که در انتظار تصمیم شما هستند جایی نمی‌گیرند.
import-outcome-no-offer = دیگر نمی‌توان جا پیشنهاد کرد: ثبت‌نام پایان یافته است.
error-outcome-choice = تنها تا زمانی که ثبت‌نام باز است می‌توان جا پیشنهاد کرد
import-default-hint = برای کسانی که در سطرشان چیز دیگری نیامده است.
import-tell = با ایمیل آگاهشان کنید
import-tell-hint = پیشنهاد همیشه فرستاده می‌شود، چون باید به آن پاسخ داد. نامه‌ها { $minutes } دقیقه پس از تأیید شما فرستاده می‌شوند.
import-check = بررسی فهرست
import-other-file = برگزیدن پرونده‌ای دیگر

import-field-name = نام
import-field-native_name = نام به خط بومی
import-field-native_language = زبان این نام
import-field-email = ایمیل
import-field-country = کشور
import-field-institution = نهاد
import-field-job_title = سمت
import-field-language = زبان نامه‌ها
import-field-role = به‌عنوان
import-field-organisation = از سوی کدام سازمان
import-field-registered_at = زمان ثبت‌نام
import-expected-name = نام کامل با حروف لاتین، همان‌گونه که در گذرنامه است
import-expected-native_name = نام کامل به خطی دیگر، در یک سطر
import-expected-native_language = نام یا کد یک زبان، مانند ازبکی یا uz
import-expected-email = یک نشانی ایمیل، مانند name@example.org
import-expected-country = نام یا کد یکی از کشورهای برنامه، مانند ازبکستان یا UZ
import-expected-institution = وزارتخانه، نهاد یا سازمان، در یک سطر
import-expected-job_title = سمت، در یک سطر
import-expected-language = انگلیسی، روسی، فارسی یا ترکی، یا en، ru، fa، tr
import-expected-role = شرکت‌کننده، ناظر یا سخنران
import-expected-organisation = کد یا نام یکی از سازمان‌های برنامه، مانند ECO
import-expected-registered_at = روزی که در آینده نباشد، مانند ⁨2026-09-18⁩ یا ⁨18.09.2026⁩

## بررسی

import-check-title = چه خواهد شد
import-problems-title = { $count ->
    [one] { $count } اشکال در پرونده
   *[other] { $count } اشکال در پرونده
}
import-problems-text = تا پرونده درست نشود، کسی افزوده نمی‌شود. این خانه‌ها را درست و پرونده را دوباره بارگذاری کنید، یا ستون‌های دیگری برگزینید.
import-problems-more = { $shown } مورد نخست از { $count } مورد نشان داده شده است؛ پروندهٔ خروجی تا هزار مورد دارد.
import-problem-row = سطر
import-problem-column = ستون
import-problem-field = فیلد
import-problem-value = آنچه آمده است
import-problem-expected = آنچه باید بیاید
import-problem-empty = هیچ
import-repeated = هر نشانی یک بار: این نشانی پیش‌تر در سطر { $row } آمده است
import-fact-file = پرونده
import-fact-rows = سطرها
import-fact-add = افزوده خواهند شد
import-fact-added = افزوده شدند
import-fact-known = پیش‌تر در مکتب شناخته‌شده
import-fact-passed = پیش‌تر ثبت‌نام کرده‌اند و کنار گذاشته می‌شوند
import-fact-letters = نامه‌ها
import-fact-offer = مهلت پاسخ به پیشنهاد
import-fact-by = انجام‌دهنده
import-fact-hash = SHA-256 پرونده
import-letters-yes = هر فرد نامه‌ای دریافت می‌کند
import-letters-no = هیچ
import-seats-title = جاها
import-seats-whose = جاهای چه کسی
import-seats-event = رویداد
import-seats-all = جاها
import-seats-taken = گرفته‌شده
import-seats-wanted = لازم
import-seats-missing = کمبود
import-seats-text = { $count ->
    [one] { $count } جا کم است، پس کسی افزوده نمی‌شود. از فهرست بکاهید، شمار جاها را بیشتر کنید، یا افراد را برای تصمیم خود بگذارید.
   *[other] { $count } جا کم است، پس کسی افزوده نمی‌شود. از فهرست بکاهید، شمار جاها را بیشتر کنید، یا افراد را برای تصمیم خود بگذارید.
}
import-no-seats = دیگر به اندازهٔ لحظه‌ای پیش جای آزاد نیست. چیزی ذخیره نشد.
import-changed = در این میان پرونده از نو خوانده شده است. چیزی ذخیره نشد: یک بار دیگر نگاه کنید.
import-passed-title = پیش‌تر ثبت‌نام کرده‌اند
import-rows-title = چه کسانی افزوده می‌شوند
import-row-known = شناخته‌شده
import-confirm = { $count ->
    [one] افزودن { $count } نفر
   *[other] افزودن { $count } نفر
}
import-confirm-text = همه با هم افزوده می‌شوند، یا هیچ‌کس.
import-change-columns = تغییر ستون‌ها
import-to-registrations = رفتن به ثبت‌نام‌ها

## نتیجه

import-done-offer = { $count ->
    [one] { $count } نفر افزوده شد و به او جا پیشنهاد شده است.
   *[other] { $count } نفر افزوده شدند و به آنان جا پیشنهاد شده است.
}
import-done-list = { $count ->
    [one] { $count } نفر افزوده شد و در انتظار تصمیم شماست.
   *[other] { $count } نفر افزوده شدند و در انتظار تصمیم شما هستند.
}
import-done-confirm = { $count ->
    [one] { $count } نفر افزوده شد و جا دارد.
   *[other] { $count } نفر افزوده شدند و جا دارند.
}
import-back-text = این ورود را تا { $until } می‌توان بازگرداند: افراد آن دیگر در فهرست نخواهند بود و نامه‌هایشان فرستاده نمی‌شود.
import-back = بازگرداندن این ورود
import-back-title = این ورود بازگردانده شد
import-back-done = { $count ->
    [one] { $count } نفر بازگردانده شد.
   *[other] { $count } نفر بازگردانده شدند.
}
import-back-stay = { $count ->
    [one] وضع { $count } نفر از آن پس تغییر کرده است و می‌ماند.
   *[other] وضع { $count } نفر از آن پس تغییر کرده است و می‌مانند.
}

## نامه‌ها

import-mail-offered = برگزارکنندگان نام شما را در فهرست شرکت‌کنندگان این رویداد آورده‌اند. جایی برای شما نگه داشته شده است:
import-mail-confirmed = برگزارکنندگان نام شما را در فهرست آورده‌اند: شما در این رویداد جا دارید.
import-mail-listed-subject = نام شما پیشنهاد شده است: { $title }
import-mail-listed = برگزارکنندگان نام شما را در فهرست نامزدهای این رویداد آورده‌اند:
import-mail-not-you = اگر نمی‌خواهید شرکت کنید یا از این موضوع خبر ندارید، به این ایمیل پاسخ دهید.
